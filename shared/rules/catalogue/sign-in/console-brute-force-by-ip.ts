import {
  after,
  earlier,
  identityCenterUser,
  signIn,
  unauthenticated,
  user,
} from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { accountArn } from '../../../events/target.ts';
import { type Guessing, guessingAnswers, guessingHistory } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const guessing: Guessing = { failures: 20, withinMinutes: 60, successWithinMinutes: 120 };

/** Nobody gets in through an identity provider with a password that was guessed here. */
const isThroughProvider = ({ actor, outcome }: IamEvent): boolean =>
  outcome === 'succeeded' && (actor.isFederated || !['IAMUser', 'Root'].includes(actor.type));

export default defineRule({
  id: 'console-brute-force-by-ip',
  kind: 'incident',
  severity: 'medium',
  outcome: 'any',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Passwords guessed from one address',
  why: 'One address tries password after password. A success that follows the failures is probably a guess that was right.',
  fix: 'If a sign-in followed, ask that user; when it was not them, delete the login profile and deactivate the access keys. Otherwise see that every user has MFA, or allow sign-ins from your networks only.',
  misses:
    'Guesses spread over many addresses (console-password-spraying, console-brute-force-by-user), or slower than 20 an hour.',
  falsePositives:
    'An office behind one address with many IAM users. A success there after failures of others is told as if it were the guesser.',
  attack: ['T1110.001', 'T1110.003'],
  messages: {
    guessed: 'From {ip} {failures} sign-ins to account {account} failed within {minutes} minutes.',
    entered: 'From {ip} a sign-in to account {account} succeeded after {failures} failures.',
  },

  history: (event) =>
    event.sourceIp === undefined || isThroughProvider(event)
      ? []
      : guessingHistory(event, event.sourceIp, guessing),

  evaluate(event, { history }) {
    const { run, success } = guessingAnswers(event, history);
    const ip = event.sourceIp ?? 'unknown';
    const found = { resource: accountArn(event), aspect: ip };
    const { failures, withinMinutes: minutes } = guessing;
    if (isNewlyMet(success))
      return [{ ...found, message: 'entered', severity: 'high', data: { ip, failures } }];
    return isNewlyMet(run)
      ? [{ ...found, message: 'guessed', data: { ip, failures: run.count, minutes } }]
      : [];
  },
});

export const examples = (): Example[] => {
  const failure = (time: string, index = 0) =>
    signIn(unauthenticated(index % 2 === 0 ? `user-${index}` : undefined), { result: 'Failure', time });
  return [
    {
      name: 'the twentieth failure within an hour, whoever was tried',
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
      name: 'from another address',
      expect: [],
      before: earlier(19, failure),
      record: signIn(unauthenticated('alice'), { result: 'Failure', sourceIp: '198.51.100.9' }),
    },
    {
      name: 'a colleague signs in through Identity Center',
      expect: [],
      before: earlier(20, failure),
      record: signIn(identityCenterUser('carol')),
    },
    {
      name: 'a sign-in before the failures',
      expect: [],
      before: [...earlier(20, failure)],
      record: signIn(user('alice'), { time: after(-3600) }),
    },
  ];
};
