import { call, denied, role, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn, targetRoleOf } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** The inline policy that "Revoke active sessions" in the console puts on a role (IAM User Guide, "Revoke IAM role temporary security credentials"). */
const revocation = 'AWSRevokeOlderSessions';

export default defineRule({
  id: 'session-revoke-policy-removed',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['iam:DeleteRolePolicy'] },
  title: 'Revocation of stolen role sessions removed',
  why: 'Somebody had cut off the running sessions of a role because they were thought stolen. Without the policy those that have not expired work again.',
  fix: "Put the policy back until the role's maximum session duration has passed since the revocation, and ask who removed it and why.",
  misses: 'A revocation under another name. Sessions opened after the revocation, which it never stopped.',
  falsePositives:
    'Tidying up after all revoked sessions have expired, at the latest 36 hours later; deletion of the role itself.',
  attack: ['T1098', 'T1562'],
  messages: {
    removed: {
      done: '{actor} deleted the policy {policy} of role {role}: sessions revoked by it work again.',
      tried: '{actor} tried to delete the policy {policy} of role {role}; AWS refused it.',
    },
  },

  evaluate(event) {
    if (textAt(event.request, 'policyName') !== revocation) return [];
    const role = targetRoleOf(event);
    const data = { policy: revocation, role: role?.name ?? 'unknown' };
    return [{ message: 'removed', resource: role?.arn ?? accountArn(event), data }];
  },
});

export const examples = (): Example[] => {
  const request = { roleName: 'deploy', policyName: revocation };
  return [
    {
      name: 'by a session',
      expect: ['removed'],
      severity: 'high',
      record: call('iam:DeleteRolePolicy', { by: role('admin', 'carol'), request }),
    },
    {
      name: 'refused, with the parameters logged',
      expect: ['removed'],
      severity: 'medium',
      record: call('iam:DeleteRolePolicy', { request, error: denied('iam:DeleteRolePolicy', 'role deploy') }),
    },
    {
      name: 'refused, which policy is not logged',
      expect: [],
      record: call('iam:DeleteRolePolicy', {
        by: user('bob'),
        error: denied('iam:DeleteRolePolicy', 'role deploy'),
      }),
    },
    {
      name: 'another policy',
      expect: [],
      record: call('iam:DeleteRolePolicy', {
        request: { ...request, policyName: 'AWSRevokeOlderSessionsNot' },
      }),
    },
    {
      name: 'it was not there',
      expect: [],
      record: call('iam:DeleteRolePolicy', { request, error: { code: 'NoSuchEntityException' } }),
    },
  ];
};
