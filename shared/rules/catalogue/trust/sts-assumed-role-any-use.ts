import { call, denied, role, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'sts-assumed-role-any-use',
  kind: 'inventory',
  severity: 'info',
  // Nearly every call of an account is one of these.
  on: { anyCall: { userIdentity: { type: ['AssumedRole'] } }, tier: 'wide' },
  outcome: 'any',
  title: 'Role used',
  why: 'Which roles were used on which day, and by whom, shows those that nobody needs any more.',
  fix: 'Nothing at once. Roles that are missing from the list for months can go.',
  misses: 'Calls that are not forwarded: it needs the tier wide, and reads need no less.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: {
    used: {
      done: '{actor} used role {role} for {eventName}.',
      tried: '{actor} used role {role} for {eventName}, which did not succeed.',
    },
  },

  evaluate(event) {
    const { type, roleName } = event.actor;
    if (type !== 'AssumedRole') return [];
    return [{ message: 'used', resource: actorArn(event), data: { role: roleName ?? 'unknown' } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'by a session',
    expect: ['used'],
    severity: 'info',
    record: call('sqs:CreateQueue', { by: role('web', 'a') }),
  },
  {
    name: 'refused',
    expect: ['used'],
    record: call('iam:CreateUser', { by: role('web', 'a'), error: denied('iam:CreateUser') }),
  },
  { name: 'a user', expect: [], record: call('sqs:CreateQueue', { by: user('bob') }) },
];
