import { call, denied, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { documentIn } from '../../policy-in-request.ts';
import { globalArn, refusedArnOf } from '../../resource-arn.ts';

type Message = 'detached' | 'deleted' | 'typeDisabled' | 'emptied' | 'updated' | 'unreadable';

const guardTypes = new Set(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);

/** Tag, backup and other policies restrict nobody. Only some calls say which type a policy has. */
const isOtherType = (event: IamEvent): boolean => {
  const type = findText(event.request, 'policyType') ?? findText(event.response, 'type');
  return type !== undefined && !guardTypes.has(type);
};

const updateVerdict = (event: IamEvent): Message | undefined => {
  if (event.outcome === 'denied') return 'updated';
  // A new name or description alone changes nothing.
  if (!event.requestOmitted && event.request['content'] === undefined) return undefined;
  const content = documentIn(event, 'content');
  if (content.status !== 'read') return 'unreadable';
  return content.policy.statements.some(({ effect }) => effect === 'Deny') ? 'updated' : 'emptied';
};

const verdictOf = (event: IamEvent): Message | undefined => {
  if (isOtherType(event)) return undefined;
  // AWS's own policy allows everything: taking it away restricts.
  if (textAt(event.request, 'policyId') === 'p-FullAWSAccess') return undefined;
  if (event.name === 'DetachPolicy') return 'detached';
  if (event.name === 'DeletePolicy') return 'deleted';
  return event.name === 'DisablePolicyType' ? 'typeDisabled' : updateVerdict(event);
};

export default defineRule({
  id: 'scp-weakened',
  kind: 'incident',
  severity: 'critical',
  on: {
    actions: [
      'organizations:DetachPolicy',
      'organizations:DeletePolicy',
      'organizations:UpdatePolicy',
      'organizations:DisablePolicyType',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'Guardrail of the organisation weakened',
  why: 'Service control policies are the only thing that binds an account’s administrators and its root user. Without them trails can be stopped and regions opened.',
  fix: 'Attach the policy again, or put its content back from your repository. Then look at what the accounts below did meanwhile.',
  misses:
    'How much weaker an edited policy is as long as it still denies something. Accounts that are moved to another unit: see organization-account-moved-or-invited.',
  falsePositives:
    'Ordinary work on guardrails. Detaching a tag or backup policy, since the call does not say which type it is. AWS Control Tower is left out where it acts as a service.',
  attack: ['T1666', 'T1562.001'],
  messages: {
    detached: {
      done: '{actor} detached policy {policy} from {target}.',
      tried: '{actor} tried to detach a policy of the organisation ({resource}); AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted policy {policy} of the organisation.',
      tried: '{actor} tried to delete a policy of the organisation ({resource}); AWS refused it.',
    },
    typeDisabled: {
      done: '{actor} switched off all policies of type {type} in the organisation.',
      tried: '{actor} tried to switch off a type of policies in the organisation; AWS refused it.',
    },
    emptied: {
      done: '{actor} changed policy {policy} of the organisation so that it denies nothing.',
      tried:
        '{actor} tried to change policy {policy} of the organisation so that it denies nothing; AWS refused it.',
    },
    updated: {
      done: '{actor} changed what policy {policy} of the organisation denies.',
      tried: '{actor} tried to change a policy of the organisation ({resource}); AWS refused it.',
    },
    unreadable: {
      done: '{actor} changed policy {policy} of the organisation; its new content cannot be read.',
      tried: '{actor} tried to change policy {policy} of the organisation; AWS refused it.',
    },
  },
  undo: { detached: 'aws organizations attach-policy --policy-id {policy} --target-id {target}' },

  evaluate(event) {
    const message = verdictOf(event);
    if (message === undefined) return [];
    const policy = textAt(event.request, 'policyId');
    const data = {
      policy: policy ?? 'unknown',
      target: textAt(event.request, 'targetId') ?? textAt(event.request, 'rootId') ?? 'unknown',
      type: textAt(event.request, 'policyType') ?? 'unknown',
    };
    const resource =
      policy === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : globalArn(event, 'organizations', `policy/${policy}`);
    const severity = message === 'updated' || message === 'unreadable' ? 'high' : 'critical';
    return [{ message, resource, severity, data }];
  },
});

const policyId = 'p-a1b2c3d4';
const update = (content: string) => call('organizations:UpdatePolicy', { request: { policyId, content } });

const loud = (): Example[] => [
  {
    name: 'detached',
    expect: ['detached'],
    severity: 'critical',
    record: call('organizations:DetachPolicy', { request: { policyId, targetId: 'ou-ab12-cdefghij' } }),
  },
  {
    name: 'deleted',
    expect: ['deleted'],
    record: call('organizations:DeletePolicy', { request: { policyId } }),
  },
  {
    name: 'all of them switched off',
    expect: ['typeDisabled'],
    record: call('organizations:DisablePolicyType', {
      request: { rootId: 'r-ab12', policyType: 'SERVICE_CONTROL_POLICY' },
    }),
  },
  {
    name: 'allows everything',
    expect: ['emptied'],
    severity: 'critical',
    record: update('{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'),
  },
  {
    name: 'still denies something',
    expect: ['updated'],
    severity: 'high',
    record: update(
      '{"Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}',
    ),
  },
  { name: 'nonsense', expect: ['unreadable'], record: update('{') },
  {
    name: 'refused',
    expect: ['detached'],
    severity: 'high',
    record: call('organizations:DetachPolicy', { error: denied('organizations:DetachPolicy') }),
  },
  {
    name: 'an update refused',
    expect: ['updated'],
    severity: 'medium',
    record: call('organizations:UpdatePolicy', { error: denied('organizations:UpdatePolicy') }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'AWS’s own policy, which allows everything',
    expect: [],
    record: call('organizations:DetachPolicy', {
      request: { policyId: 'p-FullAWSAccess', targetId: 'ou-ab12-cdefghij' },
    }),
  },
  {
    name: 'tag policies',
    expect: [],
    record: call('organizations:DisablePolicyType', {
      request: { rootId: 'r-ab12', policyType: 'TAG_POLICY' },
    }),
  },
  {
    name: 'a new description',
    expect: [],
    record: call('organizations:UpdatePolicy', { request: { policyId, description: 'Deny regions' } }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('organizations:DetachPolicy', {
      by: service('controltower.amazonaws.com'),
      request: { policyId, targetId: 'ou-ab12-cdefghij' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
