import { passwordPolicy, readSource, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeFlag } from '../password-rule.ts';

export const check = defineCheck({
  id: 'password-policy-uppercase',
  topic: 'password-policy',
  severity: 'low',
  title: 'Uppercase letters are not required in passwords',
  why: 'Standards that ask for kinds of characters fail the account; length and MFA protect it better.',
  fix: 'Require an uppercase letter in the account’s password policy, if a standard you follow asks for it.',
  misses: 'Whether anybody has a password at all: password-policy-missing looks at that.',
  needs: ['passwordPolicy'],
  messages: {
    FAIL: {
      off: 'The password policy does not require an uppercase letter.',
      default: 'The account has no password policy, and AWS’s default does not require an uppercase letter.',
    },
    PASS: { on: 'The password policy requires an uppercase letter.' },
  },

  judge: ({ sources, account }) => judgeFlag(sources.passwordPolicy, 'requiresUppercase', account),
});

export const examples = (): CheckExample[] => [
  {
    name: 'not required',
    expect: ['off'],
    severity: 'low',
    state: reads({ passwordPolicy: passwordPolicy({ requiresUppercase: false }) }),
  },
  { name: 'required', expect: ['on'], state: reads({ passwordPolicy: passwordPolicy() }) },
  { name: 'no policy', expect: ['default'], state: { passwordPolicy: readSource('none' as const) } },
];
