import {
  password,
  passwordPolicy,
  readSource,
  reads,
  report,
  reportRow,
  rootRow,
} from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { aboutPolicy } from '../password-rule.ts';
import { hasPassword, unreadableRow, usersIn } from '../report-rows.ts';

export const check = defineCheck({
  id: 'password-policy-missing',
  topic: 'password-policy',
  severity: 'medium',
  title: 'Account has no password policy of its own',
  why: 'AWS’s default takes eight characters and lets old passwords come back.',
  fix: 'Set a password policy: `aws iam update-account-password-policy`. Better, let people sign in through a provider and take their passwords away.',
  misses: 'What the policy asks for: the other checks of this topic.',
  needs: ['passwordPolicy', 'credentialReport'],
  messages: {
    FAIL: { missing: 'The account has no password policy, and {users} users have passwords.' },
    PASS: { set: 'The account has a password policy.' },
    NOT_APPLICABLE: { 'no-passwords': 'No IAM user has a password.' },
    NOT_EVALUATED: { unreadable: unreadableRow },
  },

  judge({ sources, account }) {
    if (sources.passwordPolicy !== 'none') return [{ message: 'set', ...aboutPolicy(account), data: {} }];
    const passwords = usersIn(sources.credentialReport).map(hasPassword);
    const users = passwords.filter((has) => has === true).length;
    if (users > 0) return [{ message: 'missing', ...aboutPolicy(account), data: { users } }];
    const message = passwords.includes('unknown') ? 'unreadable' : 'no-passwords';
    return [{ message, ...aboutPolicy(account), data: {} }];
  },
});

const none = () => ({ passwordPolicy: readSource('none' as const) });

export const examples = (): CheckExample[] => [
  {
    name: 'none, and a user with a password',
    expect: ['missing'],
    severity: 'medium',
    state: { ...none(), ...reads(report(rootRow(), reportRow('kim', { password: password() }))) },
  },
  {
    name: 'none, and no user with a password',
    expect: ['no-passwords'],
    state: { ...none(), ...reads(report(rootRow(), reportRow('ci'))) },
  },
  {
    name: 'a policy',
    expect: ['set'],
    state: reads({ passwordPolicy: passwordPolicy(), ...report(rootRow()) }),
  },
  {
    name: 'none, and a report that does not tell of passwords',
    expect: ['unreadable'],
    state: { ...none(), ...reads(report(reportRow('kim', { password: password({ enabled: 'unknown' }) }))) },
  },
  {
    name: 'nobody could ask for the policy',
    expect: ['unavailable'],
    state: {
      ...reads(report(rootRow())),
      passwordPolicy: {
        status: 'unavailable',
        reason: 'denied',
        cause: 'GetAccountPasswordPolicy was denied',
      },
    },
  },
];
