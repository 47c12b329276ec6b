import { after, earlier, root, signIn, unauthenticated, user } from '../../../events/example.ts';
import {
  type Guessing,
  guessingAnswers,
  guessingHistory,
  signInNameOf,
  signInResource,
} from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const guessing: Guessing = { failures: 20, withinMinutes: 60, successWithinMinutes: 120 };

export default defineRule({
  id: 'console-brute-force-by-user',
  kind: 'incident',
  severity: 'medium',
  outcome: 'any',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Password of an IAM user guessed at',
  why: 'Somebody tries password after password of one user, from however many addresses. AWS locks nobody out. A success that follows the failures is probably a guess that was right.',
  fix: 'If a sign-in followed, ask the user; when it was not them, delete the login profile, deactivate the access keys and read what the session did. Otherwise see that the user has MFA.',
  misses:
    'Guesses slower than 20 an hour. Root (root-console-brute-force). Users whose password is with an identity provider.',
  falsePositives: 'A password manager or script that keeps trying an old password.',
  attack: ['T1110.001', 'T1078.004'],
  messages: {
    guessed: 'Sign-ins as {user} failed {failures} times within {minutes} minutes, the last from {sourceIp}.',
    entered: 'Somebody signed in as {user} from {from}, after {failures} failures.',
  },

  history(event) {
    const name = signInNameOf(event);
    return name === undefined ? [] : guessingHistory(event, name, guessing);
  },

  evaluate(event, { history }) {
    const { run, success } = guessingAnswers(event, history);
    const user = signInNameOf(event) ?? 'unknown';
    const resource = signInResource(event);
    const { failures, withinMinutes: minutes } = guessing;
    if (isNewlyMet(success)) {
      const from = success.events.at(-1)?.note?.['from'] ?? 'unknown';
      return [{ message: 'entered', severity: 'high', resource, data: { user, from, failures } }];
    }
    return isNewlyMet(run)
      ? [{ message: 'guessed', resource, data: { user, failures: run.count, minutes } }]
      : [];
  },
});

export const examples = (): Example[] => {
  const failure = (time: string, index = 0) =>
    signIn(unauthenticated('alice'), { result: 'Failure', time, sourceIp: `203.0.113.${index}` });
  return [
    {
      name: 'the twentieth failure within an hour, from wherever',
      expect: ['guessed'],
      severity: 'medium',
      before: earlier(19, failure),
      record: failure(after(0)),
    },
    {
      name: 'a sign-in that follows twenty failures',
      expect: ['entered'],
      severity: 'high',
      before: earlier(20, failure),
      record: signIn(user('alice')),
    },
    {
      name: 'a failure that arrives after the sign-in it came before',
      expect: ['entered'],
      severity: 'high',
      before: [signIn(user('alice'), { time: after(30) }), ...earlier(19, failure)],
      record: failure(after(0)),
    },
    { name: 'the nineteenth', expect: [], before: earlier(18, failure), record: failure(after(0)) },
    {
      name: 'the next one: told already',
      expect: [],
      before: earlier(20, failure),
      record: failure(after(0)),
    },
    {
      name: 'names that no user has',
      expect: [],
      before: earlier(19, (time) => signIn(unauthenticated(), { result: 'Failure', time })),
      record: signIn(unauthenticated(), { result: 'Failure' }),
    },
    {
      name: "root: another rule's",
      expect: [],
      before: earlier(19, (time) => signIn(root(), { result: 'Failure', time })),
      record: signIn(root(), { result: 'Failure' }),
    },
    {
      name: "another user's sign-in",
      expect: [],
      before: earlier(20, failure),
      record: signIn(user('bob')),
    },
  ];
};
