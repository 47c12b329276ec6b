import { after, earlier, root, signIn, unauthenticated } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { accountArn } from '../../../events/target.ts';
import { signInNameOf } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const withinMinutes = 60;
const threshold = 10;
const shownNames = 10;

// AWS hides names that no user has, so that those of one address count once.
const triedBy = (event: IamEvent): string =>
  signInNameOf(event) ?? `hidden, from ${event.sourceIp ?? 'unknown'}`;

export default defineRule({
  id: 'console-password-spraying',
  kind: 'incident',
  severity: 'high',
  outcome: 'not-succeeded',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'One password tried on many users',
  why: 'Instead of many passwords on one user, somebody tries a few on everyone: with enough users somebody has a password such as the season and the year.',
  fix: 'Look for sign-ins that succeeded in the same hours, first of users without MFA, and ask those users. Require MFA, or allow sign-ins from your networks only.',
  misses:
    'Runs slower than ten users an hour. Names that no user has count once for each address, since AWS hides them. Root.',
  falsePositives:
    'The first day after a forced change of all passwords. A training with accounts of a class.',
  attack: ['T1110.003'],
  messages: {
    sprayed:
      'Sign-ins to account {account} failed for {count} different users within {minutes} minutes, the last from {sourceIp}; among them: {users}.',
  },

  history: (event) =>
    event.actor.type === 'Root'
      ? []
      : [{ kind: 'count', key: 'sign-ins', withinMinutes, threshold, distinct: triedBy(event) }],

  evaluate(event, { history: [answer] }) {
    if (!isNewlyMet(answer)) return [];
    const users = [...new Set(answer.events.flatMap(({ value }) => value ?? []))].slice(0, shownNames);
    const data = { count: answer.count, minutes: withinMinutes, users };
    return [{ message: 'sprayed', resource: accountArn(event), data }];
  },
});

export const examples = (): Example[] => {
  const failure = (time: string, index = 100) =>
    signIn(unauthenticated(`user-${index}`), { result: 'Failure', time, sourceIp: `203.0.113.${index}` });
  return [
    {
      name: 'the tenth user within an hour',
      expect: ['sprayed'],
      severity: 'high',
      before: earlier(9, failure),
      record: failure(after(0)),
    },
    {
      name: 'with a name that no user has',
      expect: ['sprayed'],
      before: earlier(9, failure),
      record: signIn(unauthenticated(), { result: 'Failure' }),
    },
    {
      name: 'the first of them arrives last',
      expect: ['sprayed'],
      before: earlier(9, failure),
      record: failure(after(-1800)),
    },
    { name: 'the ninth user', expect: [], before: earlier(8, failure), record: failure(after(0)) },
    {
      name: 'the eleventh: told already',
      expect: [],
      before: earlier(10, failure),
      record: failure(after(0)),
    },
    {
      name: 'many failures of the same users',
      expect: [],
      before: earlier(40, (time, index) => failure(time, index % 9)),
      record: failure(after(0), 1),
    },
    {
      name: 'names that no user has, from one address',
      expect: [],
      before: earlier(30, (time) => signIn(unauthenticated(), { result: 'Failure', time })),
      record: signIn(unauthenticated(), { result: 'Failure' }),
    },
    {
      name: "root: another rule's",
      expect: [],
      before: earlier(9, failure),
      record: signIn(root(), { result: 'Failure' }),
    },
  ];
};
