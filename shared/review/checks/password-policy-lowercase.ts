import { passwordPolicy, readSource, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeFlag } from '../password-rule.ts';

export const check = defineCheck({
  id: 'password-policy-lowercase',
  topic: 'password-policy',
  severity: 'low',
  title: 'Lowercase letters are not required in passwords',
  why: 'Standards that ask for kinds of characters fail the account; length and MFA protect it better.',
  fix: 'Require a lowercase letter in the account’s password policy, if a standard you follow asks for it.',
  misses: 'Whether anybody has a password at all: password-policy-missing looks at that.',
  needs: ['passwordPolicy'],
  messages: {
    FAIL: {
      off: 'The password policy does not require a lowercase letter.',
      default: 'The account has no password policy, and AWS’s default does not require a lowercase letter.',
    },
    PASS: { on: 'The password policy requires a lowercase letter.' },
  },

  judge: ({ sources, account }) => judgeFlag(sources.passwordPolicy, 'requiresLowercase', account),
});

export const examples = (): CheckExample[] => [
  {
    name: 'not required',
    expect: ['off'],
    severity: 'low',
    state: reads({ passwordPolicy: passwordPolicy({ requiresLowercase: false }) }),
  },
  { name: 'required', expect: ['on'], state: reads({ passwordPolicy: passwordPolicy() }) },
  { name: 'no policy', expect: ['default'], state: { passwordPolicy: readSource('none' as const) } },
];
