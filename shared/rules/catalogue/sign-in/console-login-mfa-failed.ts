import { after, earlier, root, signIn, unauthenticated } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { signInNameOf, signInResource } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

const withinMinutes = 15;

/** The password was right, the second factor was not: AWS asks for MFA only after the password. */
const failedAtMfa = (event: IamEvent): boolean =>
  event.actor.type !== 'Root' && event.actor.mfa === 'yes' && signInNameOf(event) !== undefined;

export default defineRule({
  id: 'console-login-mfa-failed',
  kind: 'incident',
  severity: 'high',
  outcome: 'not-succeeded',
  on: { actions: ['signin:ConsoleLogin', 'signin:CheckMfa'] },
  title: 'Sign-ins stopped at MFA only, again and again',
  why: "MFA is asked for after the password, so whoever fails there knows the user's password. Only the second factor keeps them out.",
  fix: 'Ask the user whether they mistyped their codes. If not, set a new password now, and also wherever else the user has the same one.',
  misses:
    'A single failure. Passkeys, which replace the password. MFA at an identity provider or at Identity Center.',
  falsePositives: 'A user whose phone shows the wrong time, or who reads the code of another account.',
  attack: ['T1110', 'T1078.004'],
  messages: {
    stopped:
      'Sign-ins as {user} failed at MFA {failures} times within {minutes} minutes, the last from {sourceIp}: the password is known.',
  },

  history: (event) =>
    failedAtMfa(event)
      ? [{ kind: 'count', key: signInNameOf(event) ?? '', withinMinutes, threshold: 2 }]
      : [],

  evaluate(event, { history: [count] }) {
    const user = signInNameOf(event);
    if (user === undefined || !isNewlyMet(count)) return [];
    return [
      {
        message: 'stopped',
        resource: signInResource(event),
        data: { user, failures: count.count, minutes: withinMinutes },
      },
    ];
  },
});

export const examples = (): Example[] => {
  const atMfa = (time: string) => signIn(unauthenticated('alice'), { result: 'Failure', mfa: true, time });
  return [
    {
      name: 'the second failure at MFA',
      expect: ['stopped'],
      severity: 'high',
      before: earlier(1, atMfa),
      record: atMfa(after(0)),
    },
    {
      name: 'the earlier of the two arrives last',
      expect: ['stopped'],
      before: [atMfa(after(60))],
      record: atMfa(after(0)),
    },
    { name: 'one failure at MFA', expect: [], record: atMfa(after(0)) },
    {
      name: 'two, more than 15 minutes apart',
      expect: [],
      before: [atMfa(after(-901))],
      record: atMfa(after(0)),
    },
    {
      name: "another user's failure before",
      expect: [],
      before: [signIn(unauthenticated('bob'), { result: 'Failure', mfa: true, time: after(-10) })],
      record: atMfa(after(0)),
    },
    {
      name: 'a wrong password before',
      expect: [],
      before: [signIn(unauthenticated('alice'), { result: 'Failure', time: after(-10) })],
      record: atMfa(after(0)),
    },
    {
      name: 'a sign-in after a failure',
      expect: [],
      before: earlier(1, atMfa),
      record: signIn(unauthenticated('alice'), { mfa: true }),
    },
    {
      name: "root: another rule's",
      expect: [],
      before: [signIn(root(), { result: 'Failure', mfa: true, time: after(-10) })],
      record: signIn(root(), { result: 'Failure', mfa: true }),
    },
  ];
};
