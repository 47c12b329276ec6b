import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, identityCenterUser, role, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { isObject, listAt, textAt } from '../../../events/json.ts';
import { refusedResourceOf } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const roleOf = (event: IamEvent): string | undefined =>
  textAt(event.request, 'roleArn') ?? refusedResourceOf(event);

const aboutATicket = /ticket|incident|change|case|reason/i;

/** What the caller says it is for: a session tag such as `ticket`, else the source identity. The caller's own words. */
const reasonOf = ({ request }: IamEvent): string | undefined => {
  const tags = listAt(request, 'tags').filter(isObject);
  const tag = tags.find((one) => aboutATicket.test(textAt(one, 'key') ?? ''));
  return (tag && textAt(tag, 'value')) ?? textAt(request, 'sourceIdentity');
};

export default defineRule({
  id: 'break-glass-role-used',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'] },
  needs: ['breakGlassRoles'],
  title: 'Role for emergencies used',
  why: 'The role may do everything and is meant for the day on which nothing else works. Nobody uses it without people knowing; whoever does is up to something, or needs help.',
  fix: 'Ask the caller at once, on another channel, what the emergency is. If there is none, revoke the sessions of the role and of the caller, and read what was done.',
  misses:
    'Roles that the setting does not name. What the session then does: it is in the other findings of the role.',
  falsePositives:
    'Emergencies and drills. Where the role is in another account than the caller, both accounts tell of it.',
  attack: ['T1078.004'],
  messages: {
    used: {
      done: '{actor} took the emergency role {role} from {sourceIp} and gave as reason: {reason}.',
      tried: '{actor} tried to take the emergency role {role} from {sourceIp}; AWS refused it.',
    },
    usedWithoutReason: {
      done: '{actor} took the emergency role {role} from {sourceIp} and gave no reason: neither a ticket as session tag nor a source identity.',
      tried: '{actor} tried to take the emergency role {role} from {sourceIp}; AWS refused it.',
    },
  },

  evaluate(event, { settings }) {
    const role = roleOf(event);
    if (role === undefined || !matchesAnyArnPattern(settings.breakGlassRoles, role)) return [];
    const reason = reasonOf(event);
    return reason === undefined
      ? [{ message: 'usedWithoutReason', resource: role, data: { role } }]
      : [{ message: 'used', resource: role, data: { role, reason } }];
  },
});

export const examples = (): Example[] => {
  const settings = { breakGlassRoles: ['arn:*:iam::*:role/break-glass'] };
  const roleArn = 'arn:aws:iam::111122223333:role/break-glass';
  const assume = (request: JsonObject = {}, over: JsonObject = {}) =>
    call('sts:AssumeRole', {
      by: identityCenterUser('carol'),
      readOnly: true,
      request: { roleArn, roleSessionName: 'carol', ...request },
      ...over,
    });
  return [
    {
      name: 'with a ticket as session tag',
      expect: ['used'],
      severity: 'high',
      settings,
      record: assume({ tags: [{ key: 'Ticket', value: 'INC-4711' }] }),
    },
    {
      name: 'with a source identity',
      expect: ['used'],
      settings,
      record: assume({ sourceIdentity: 'carol' }),
    },
    { name: 'without either', expect: ['usedWithoutReason'], severity: 'high', settings, record: assume() },
    {
      name: 'with other tags only',
      expect: ['usedWithoutReason'],
      settings,
      record: assume({ tags: [{ key: 'team', value: 'ops' }, null] }),
    },
    {
      name: 'refused',
      expect: ['usedWithoutReason'],
      severity: 'medium',
      settings,
      record: call('sts:AssumeRole', {
        by: user('eve'),
        readOnly: true,
        error: denied('sts:AssumeRole', roleArn),
      }),
    },
    {
      name: 'another role',
      expect: [],
      settings,
      record: assume({ roleArn: 'arn:aws:iam::111122223333:role/ops' }),
    },
    {
      name: 'a role whose name only begins so',
      expect: [],
      settings,
      record: assume({ roleArn: `${roleArn}-test` }),
    },
    {
      name: 'a call by a session of the role',
      expect: [],
      settings,
      record: call('iam:ListUsers', { by: role('break-glass', 'carol'), readOnly: true }),
    },
    { name: 'the setting is not made', expect: [], undecided: 'off', record: assume() },
  ];
};
