import { after, call, denied, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'sts-get-federation-token',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['sts:GetFederationToken'] },
  outcome: 'attempted',
  title: 'Federation token taken for the first time',
  why: 'A federated session lives for up to 36 hours, survives the deletion of the key that made it, and opens the console. Few companies use it; intruders do, to stay.',
  fix: 'If nobody knows of it, attach a policy to the user that denies everything: it holds for sessions that were made already, and deleting the key does not.',
  misses:
    'Callers who take one more often than every ten days, such as the broker of a portal. What the session may do (sts-federation-token-admin).',
  falsePositives: 'A home-made portal that signs people in to the console, when it is new.',
  attack: ['T1550.001', 'T1098.001'],
  messages: {
    taken: {
      done: '{actor} took a federation token named {session}, for the first time in ten days.',
      tried: '{actor} tried to take a federation token, for the first time in ten days; AWS refused it.',
    },
  },

  // Apart by outcome: an attempt that was refused must not make the one that succeeds look known.
  history: ({ actor, outcome }) => [
    { kind: 'first-seen', key: `${actor.key} ${outcome}`, days: 10, optional: true },
  ],

  evaluate(event, { history: [seen] }) {
    if (seen?.status === 'not-met') return [];
    const session = textAt(event.request, 'name') ?? 'unknown';
    return [{ message: 'taken', resource: actorArn(event), data: { session } }];
  },
});

const takes = (over: object = {}) =>
  call('sts:GetFederationToken', { request: { name: 'backup', durationSeconds: 129_600 }, ...over });

export const examples = (): Example[] => {
  const refused = { request: undefined, error: denied('sts:GetFederationToken') };
  return [
    { name: 'for the first time', expect: ['taken'], severity: 'high', record: takes() },
    {
      name: 'in the first days of watching',
      expect: ['taken'],
      watchedSince: '2026-03-02T00:00:00Z',
      record: takes(),
    },
    { name: 'refused', expect: ['taken'], severity: 'medium', record: takes(refused) },
    {
      name: 'after it was refused',
      expect: ['taken'],
      severity: 'high',
      before: [takes({ ...refused, time: after(-60) })],
      record: takes(),
    },
    { name: 'as every day', expect: [], before: [takes({ time: after(-86_400) })], record: takes() },
    {
      name: 'in error',
      expect: [],
      record: takes({ by: user('carol'), error: { code: 'MalformedPolicyDocumentException' } }),
    },
  ];
};
