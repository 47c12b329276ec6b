import { root, signIn, unauthenticated } from '../../../events/example.ts';
import { signInNameOf, signInResource } from '../../console-sign-in.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'console-login-failed',
  kind: 'incident',
  severity: 'low',
  outcome: 'not-succeeded',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Sign-in to the console failed',
  why: 'A single failure is a typing error; many are somebody guessing, and a failure of a user who was not there is worth a question. It goes into the digest, runs of guesses are told at once by rules of their own.',
  fix: 'Nothing for a single one. If the user says that it was not them, set a new password and see that the user has MFA.',
  misses:
    'Failures at an identity provider or at Identity Center: they are in its log, not in CloudTrail. Root (root-console-login-failed).',
  falsePositives: 'Every mistyped password.',
  attack: ['T1110'],
  messages: {
    failed: 'A sign-in as {user} from {sourceIp} failed.',
    noSuchUser: 'A sign-in from {sourceIp} failed: the account has no user of the name that was given.',
  },

  evaluate(event) {
    if (event.actor.type === 'Root') return [];
    const user = signInNameOf(event);
    const resource = signInResource(event);
    // Whoever fails under no name is told apart by the address.
    return user === undefined
      ? [{ message: 'noSuchUser', resource, aspect: event.sourceIp ?? 'unknown', data: {} }]
      : [{ message: 'failed', resource, data: { user } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'a wrong password',
    expect: ['failed'],
    severity: 'low',
    record: signIn(unauthenticated('alice'), { result: 'Failure' }),
  },
  {
    name: 'a name that no user has',
    expect: ['noSuchUser'],
    record: signIn(unauthenticated(), {
      result: 'Failure',
      error: { message: 'No username found in supplied account' },
    }),
  },
  { name: 'a success', expect: [], record: signIn(unauthenticated('alice')) },
  { name: "root: another rule's", expect: [], record: signIn(root(), { result: 'Failure' }) },
  {
    name: 'the check whether MFA is needed',
    expect: [],
    record: signIn(unauthenticated('alice'), { name: 'CheckMfa', result: 'Failure' }),
  },
];
