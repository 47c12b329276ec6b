import { after, call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import type { HistoryNeed } from '../../../history/window.ts';
import { assumedRoleOf, isServiceLinkedRole, roleWithoutPath } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn } from '../../resource-arn.ts';
import { issuedKeyOf } from '../../web-identity.ts';

/** A chained session ends after an hour at most; twelve hours see every hop of a day's work. */
const withinMinutes = 12 * 60;
const steps = ['issued', 'used'];

/** The hop from one role to another, with the access keys that it is made and continued with. */
const hopOf = (event: IamEvent) => {
  const { actor, via } = event;
  const from = roleWithoutPath(actor.roleArn);
  const to = assumedRoleOf(event);
  if (actor.type !== 'AssumedRole' || via === 'service' || from === undefined || !to) return undefined;
  return isServiceLinkedRole(to)
    ? undefined
    : { from, to: to.resource, signedBy: actor.accessKeyId, issued: issuedKeyOf(event) };
};

export default defineRule({
  id: 'role-chaining-loop',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['sts:AssumeRole'] },
  title: 'Session renewed without end by going from role to role and back',
  why: 'A session that came from another role lasts an hour. Going to a second role and back again gives a new hour each time (role juggling): an intruder stays for as long as they like with nothing but one stolen session.',
  fix: 'Revoke the sessions of both roles at the same moment, or one renews the other. Then take one of them out of the trust policy of the other.',
  misses:
    'Loops over three roles or more, and over two accounts: each account sees half of them. Loops slower than twelve hours.',
  falsePositives: 'Programs that take on their own role again and again from the session they got that way.',
  attack: ['T1550.001', 'T1078.004'],
  messages: {
    looped: 'A session of role {from} took on role {through} and with that came back to role {from}.',
  },

  history(event) {
    const hop = hopOf(event);
    if (!hop) return [];
    const { from, to, signedBy, issued } = hop;
    const note = { from, to };
    const need = (key: string | undefined, step: string): readonly HistoryNeed[] =>
      key === undefined ? [] : [{ kind: 'sequence', key, steps, step, withinMinutes, note }];
    // The key that one hop gives out is the one that the next hop is signed with.
    return [...need(issued, 'issued'), ...need(signedBy, 'used')];
  },

  evaluate(event, { history }) {
    const pairs = history.filter(({ status }) => status === 'met').map(({ events }) => events);
    const loop = pairs.find(([first, second]) => first?.note?.['from'] === second?.note?.['to']);
    const from = loop?.[0]?.note?.['from'];
    const through = loop?.[0]?.note?.['to'];
    if (from === undefined || through === undefined || !hopOf(event)) return [];
    const data = { from: nameInArn(from), through: nameInArn(through) };
    return [{ message: 'looped', resource: from, aspect: through, data }];
  },
});

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
/** A hop: who with which key takes on which role and gets which key. */
const hop = (from: string, key: string, to: string, issued: string, seconds: number) =>
  call('sts:AssumeRole', {
    by: role(from, 's', { accessKeyId: key }),
    request: { roleArn: arn(to), roleSessionName: 's' },
    response: { credentials: { accessKeyId: issued } },
    readOnly: true,
    time: after(seconds),
  });

export const examples = (): Example[] => [
  {
    name: 'there and back',
    expect: ['looped'],
    severity: 'high',
    before: [hop('a', 'ASIA1', 'b', 'ASIA2', -3000)],
    record: hop('b', 'ASIA2', 'a', 'ASIA3', 0),
  },
  {
    name: 'when the way there arrives last',
    expect: ['looped'],
    before: [hop('b', 'ASIA2', 'a', 'ASIA3', 0)],
    record: hop('a', 'ASIA1', 'b', 'ASIA2', -3000),
  },
  {
    name: 'on to a third role',
    expect: [],
    before: [hop('a', 'ASIA1', 'b', 'ASIA2', -3000)],
    record: hop('b', 'ASIA2', 'c', 'ASIA3', 0),
  },
  {
    name: 'back with another session of the second role',
    expect: [],
    before: [hop('a', 'ASIA1', 'b', 'ASIA2', -3000)],
    record: hop('b', 'ASIA9', 'a', 'ASIA3', 0),
  },
  {
    name: 'by a user',
    expect: [],
    record: call('sts:AssumeRole', { by: user('bob'), request: { roleArn: arn('a') }, readOnly: true }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('sts:AssumeRole', { by: role('b', 's'), error: denied('sts:AssumeRole', arn('a')) }),
  },
];
