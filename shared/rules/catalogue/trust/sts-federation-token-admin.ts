import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isObject, listAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { adminGrantOf } from '../../../policy/admin-grant.ts';
import { isAdminPolicy } from '../../admin-policies.ts';
import { severityOfGrant } from '../../admin-severity.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { documentIn } from '../../policy-in-request.ts';
import { globalArn } from '../../resource-arn.ts';

/** `policyArns` is a list of `{arn}`; plain texts are taken too. */
const policyArnsOf = (event: IamEvent): readonly string[] =>
  listAt(event.request, 'policyArns')
    .map((entry) => (isObject(entry) ? textAt(entry, 'arn') : entry))
    .filter((arn): arn is string => typeof arn === 'string');

export default defineRule({
  id: 'sts-federation-token-admin',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['sts:GetFederationToken'] },
  outcome: 'attempted',
  title: "Federated session opened with an administrator's rights",
  why: 'The session lives for up to 36 hours, survives the deletion of the access key that opened it, and can reach the console: a favourite of thieves of long-term keys.',
  fix: 'Attach a policy to the user that denies everything (or delete the user): the session has no rights beyond the user’s. Then delete the key.',
  misses:
    'Whether the user’s own policies let the session do it: it gets no more than the user has. Narrower sessions.',
  falsePositives: 'Home-made console links for administrators; IAM Identity Center replaces them.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    managed: {
      done: '{actor} opened a federated session "{session}" with {policy}.',
      tried: '{actor} tried to open a federated session "{session}" with {policy}; AWS refused it.',
    },
    inline: {
      done: '{actor} opened a federated session "{session}" whose policy makes an administrator ({grant}).',
      tried:
        '{actor} tried to open a federated session "{session}" whose policy makes an administrator; AWS refused it.',
    },
    unreadable: {
      done: '{actor} opened a federated session "{session}" whose policy cannot be read ({cause}).',
      tried:
        '{actor} tried to open a federated session "{session}" whose policy cannot be read; AWS refused it.',
    },
    refused: {
      done: '{actor} opened a federated session that CloudTrail did not log.',
      tried:
        '{actor} tried to open a federated session; AWS refused it and CloudTrail did not log with which rights.',
    },
  },

  evaluate(event) {
    const session = textAt(event.request, 'name') ?? 'unknown';
    const resource =
      session === 'unknown' ? accountArn(event) : globalArn(event, 'sts', `federated-user/${session}`);
    const policy = policyArnsOf(event).find(isAdminPolicy);
    if (policy !== undefined) return [{ message: 'managed', resource, data: { session, policy } }];
    const document = documentIn(event, 'policy');
    // Without a policy the session may do nothing of its own.
    if (document.status === 'unreadable' && document.cause === 'missing') return [];
    if (document.status === 'refused')
      return [{ message: 'refused', resource, severity: 'high', data: { session } }];
    if (document.status === 'unreadable')
      return [
        { message: 'unreadable', resource, severity: 'high', data: { session, cause: document.cause } },
      ];
    const grant = adminGrantOf(document.policy);
    if (!grant) return [];
    return [
      { message: 'inline', resource, severity: severityOfGrant(grant), data: { session, grant: grant.kind } },
    ];
  },
});

const request = { name: 'backup', durationSeconds: 129600 };
const everything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

export const examples = (): Example[] => [
  {
    name: 'AWS’s administrator policy',
    expect: ['managed'],
    severity: 'critical',
    record: call('sts:GetFederationToken', {
      request: { ...request, policyArns: [{ arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }] },
    }),
  },
  {
    name: 'everything, inline',
    expect: ['inline'],
    severity: 'critical',
    record: call('sts:GetFederationToken', { request: { ...request, policy: everything } }),
  },
  {
    name: 'everything, logged as an object',
    expect: ['inline'],
    record: call('sts:GetFederationToken', { request: { ...request, policy: JSON.parse(everything) } }),
  },
  {
    name: 'no JSON',
    expect: ['unreadable'],
    record: call('sts:GetFederationToken', { request: { ...request, policy: '{' } }),
  },
  {
    name: 'refused',
    expect: ['refused'],
    severity: 'medium',
    record: call('sts:GetFederationToken', { error: denied('sts:GetFederationToken') }),
  },
  { name: 'without rights', expect: [], record: call('sts:GetFederationToken', { request }) },
  {
    name: 'one bucket',
    expect: [],
    record: call('sts:GetFederationToken', {
      request: {
        ...request,
        policyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        policy:
          '{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"}}',
      },
    }),
  },
];
