import { after, earlier, root, signIn, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { type Guessing, guessingAnswers, guessingHistory } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const guessing: Guessing = { failures: 5, withinMinutes: 15, successWithinMinutes: 60 };

export default defineRule({
  id: 'root-console-brute-force',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Password of the root user guessed at',
  why: "Somebody tries passwords of the one user that no policy limits. A sign-in that follows the failures means that a guess was right: the account is then the guesser's.",
  fix: 'If somebody got in and it was none of the keepers of root: change the root password and e-mail password now, delete root access keys, sign out and undo what root did since. Otherwise make sure that root has MFA and a long password, or give up root passwords of member accounts.',
  misses:
    'Guesses slower than five in 15 minutes; each failure is still told by root-console-login-failed. Guesses on an e-mail address that is no root user, which AWS logs in no account.',
  falsePositives:
    'A keeper of root who mistypes again and again, and then gets in: told as critical, because nothing in the records tells the two apart.',
  attack: ['T1110.001', 'T1078.004'],
  messages: {
    guessed:
      'Sign-ins as the root user of account {account} failed {failures} times within {minutes} minutes, the last from {sourceIp}.',
    entered:
      'Somebody signed in as the root user of account {account} from {from}, after {failures} failures within an hour.',
  },

  history: (event) => (event.actor.type === 'Root' ? guessingHistory(event, 'root', guessing) : []),

  evaluate(event, { history }) {
    const { run, success } = guessingAnswers(event, history);
    const resource = accountArn(event);
    const { failures, withinMinutes: minutes } = guessing;
    if (isNewlyMet(success)) {
      const from = success.events.at(-1)?.note?.['from'] ?? 'unknown';
      return [{ message: 'entered', severity: 'critical', resource, data: { failures, from } }];
    }
    return isNewlyMet(run) ? [{ message: 'guessed', resource, data: { failures: run.count, minutes } }] : [];
  },
});

export const examples = (): Example[] => {
  const failure = (time: string) => signIn(root(), { result: 'Failure', time });
  return [
    {
      name: 'the fifth failure within 15 minutes',
      expect: ['guessed'],
      severity: 'high',
      before: earlier(4, failure),
      record: failure(after(0)),
    },
    {
      name: 'a sign-in that follows five failures',
      expect: ['entered'],
      severity: 'critical',
      before: earlier(5, failure),
      record: signIn(root(), { mfa: true, sourceIp: '198.51.100.9' }),
    },
    {
      name: 'a failure that arrives after the sign-in it came before',
      expect: ['entered'],
      severity: 'critical',
      before: [signIn(root(), { time: after(20) }), ...earlier(4, failure)],
      record: failure(after(0)),
    },
    { name: 'the fourth failure', expect: [], before: earlier(3, failure), record: failure(after(0)) },
    {
      name: 'the sixth failure: the run has been told',
      expect: [],
      before: earlier(5, failure),
      record: failure(after(0)),
    },
    {
      name: 'five failures, the first of them earlier than 15 minutes ago',
      expect: [],
      before: [failure(after(-901)), ...earlier(3, failure)],
      record: failure(after(0)),
    },
    {
      name: 'a sign-in after four failures',
      expect: [],
      before: earlier(4, failure),
      record: signIn(root(), { mfa: true }),
    },
    {
      name: 'failures of an IAM user',
      expect: [],
      before: earlier(9, (time) => signIn(user('alice'), { result: 'Failure', time })),
      record: signIn(user('alice'), { result: 'Failure' }),
    },
  ];
};
