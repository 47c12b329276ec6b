import { call, denied, role } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';
import { documentIn } from '../../policy-in-request.ts';

// What "Revoke active sessions" of the IAM console writes on a role (IAM User Guide, "Revoke IAM role temporary security credentials").
const revoking = 'AWSRevokeOlderSessions';

export default defineRule({
  id: 'session-revoke-policy-removed',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:DeleteRolePolicy', 'iam:PutRolePolicy'] },
  title: "Revocation of a role's sessions lifted",
  why: 'Somebody had revoked the sessions of this role, as one does with stolen ones. Those that have not expired work again.',
  fix: 'Revoke the sessions again (IAM console, Revoke active sessions), and find out whether whoever lifted it is one of the sessions.',
  misses:
    'Revocations under another policy name. A revocation whose date was moved back. Refused attempts: IAM does not say which policy they were about.',
  falsePositives: 'Cleaning up long after an incident, when every session of that time has expired.',
  attack: ['T1098', 'T1562'],
  messages: {
    deleted: '{actor} deleted the policy that revokes the older sessions of role {role}.',
    emptied:
      '{actor} replaced the policy that revokes the older sessions of role {role} by one that denies nothing.',
    unreadable:
      '{actor} rewrote the policy that revokes the older sessions of role {role}; its document cannot be read ({cause}).',
  },

  evaluate(event) {
    if (textAt(event.request, 'policyName') !== revoking) return [];
    const { name, arn: resource } = policyHolderOf(event);
    if (event.name === 'DeleteRolePolicy') return [{ message: 'deleted', resource, data: { role: name } }];
    const document = documentIn(event, 'policyDocument');
    if (document.status === 'unreadable')
      return [{ message: 'unreadable', resource, data: { role: name, cause: document.cause } }];
    const denies =
      document.status === 'read' && document.policy.statements.some(({ effect }) => effect === 'Deny');
    return denies ? [] : [{ message: 'emptied', resource, data: { role: name } }];
  },
});

const request = { roleName: 'deployer', policyName: revoking };
const put = (policyDocument: string) =>
  call('iam:PutRolePolicy', { request: { ...request, policyDocument } });

export const examples = (): Example[] => [
  {
    name: 'by a session of the role itself',
    expect: ['deleted'],
    record: call('iam:DeleteRolePolicy', { by: role('deployer', 'ci'), request }),
  },
  {
    name: 'overwritten',
    expect: ['emptied'],
    record: put('{"Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}}'),
  },
  { name: 'overwritten with nonsense', expect: ['unreadable'], record: put('{') },
  {
    name: 'revoked once more',
    expect: [],
    record: put(
      '{"Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:00:00Z"}}}]}',
    ),
  },
  {
    name: 'another policy',
    expect: [],
    record: call('iam:DeleteRolePolicy', { request: { roleName: 'deployer', policyName: 'logs' } }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:DeleteRolePolicy', { error: denied('iam:DeleteRolePolicy', 'role deployer') }),
  },
];
