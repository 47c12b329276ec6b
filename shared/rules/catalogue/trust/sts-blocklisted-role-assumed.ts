import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, role, user } from '../../../events/example.ts';
import { assumedRoleOf } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'sts-blocklisted-role-assumed',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['sts:AssumeRole'] },
  outcome: 'attempted',
  needs: ['protectedRoles'],
  title: 'Protected role taken on by a user',
  why: 'You named this role as one that users must not take on by themselves. Somebody holds a user’s key and goes for it.',
  fix: 'Ask the user. If it was not them, deactivate the key, revoke the sessions of the role and read what they did. Take the user out of the trust policy of the role.',
  misses:
    'Roles that take on the role, also on behalf of a user (sts-role-chaining). It is off until the setting protectedRoles names roles.',
  falsePositives: 'Emergencies. Roles that are on the list by mistake.',
  attack: ['T1078.004', 'T1548.005'],
  messages: {
    assumed: {
      done: '{actor} took on the protected role {role}.',
      tried: '{actor} tried to take on the protected role {role}; AWS refused it.',
    },
  },

  evaluate(event, { settings }) {
    const { type } = event.actor;
    const assumed = assumedRoleOf(event);
    if (!assumed || (type !== 'IAMUser' && type !== 'FederatedUser')) return [];
    if (!matchesAnyArnPattern(settings.protectedRoles, assumed.arn)) return [];
    return [{ message: 'assumed', resource: assumed.resource, data: { role: assumed.name } }];
  },
});

const settings = {
  protectedRoles: ['arn:aws:iam::*:role/payments', 'arn:aws:iam::111122223333:role/core/*'],
};
const assumes = (path: string, over: object = {}) =>
  call('sts:AssumeRole', {
    request: { roleArn: `arn:aws:iam::111122223333:role/${path}`, roleSessionName: 's' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'by a user', expect: ['assumed'], severity: 'high', settings, record: assumes('payments') },
  {
    name: 'a role of a path on the list, by a federated user',
    expect: ['assumed'],
    settings,
    record: assumes('core/ledger', {
      by: user('bob', {
        type: 'FederatedUser',
        arn: 'arn:aws:sts::111122223333:federated-user/backup',
        principalId: '111122223333:backup',
      }),
    }),
  },
  {
    name: 'refused',
    expect: ['assumed'],
    severity: 'medium',
    settings,
    record: call('sts:AssumeRole', {
      error: denied('sts:AssumeRole', 'arn:aws:iam::111122223333:role/payments'),
      readOnly: true,
    }),
  },
  { name: 'another role', expect: [], settings, record: assumes('payments-reader') },
  { name: 'by a role', expect: [], settings, record: assumes('payments', { by: role('ci', 'run-1') }) },
  { name: 'without a list', expect: [], undecided: 'off', record: assumes('payments') },
];
