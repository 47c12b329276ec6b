import { passwordPolicy, readSource, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { aboutPolicy, policyInForce } from '../password-rule.ts';

export const check = defineCheck({
  id: 'password-policy-max-age',
  topic: 'password-policy',
  severity: 'low',
  title: 'Passwords do not expire in time',
  why: 'Where a password is the only factor, a leaked one works for as long as it is not changed.',
  fix: 'Set MaxPasswordAge in the account’s password policy; better, require MFA, with which no current standard asks for expiry.',
  misses: 'Users whose passwords have expired and were not changed: console-password-expired.',
  needs: ['passwordPolicy'],
  thresholds: ['passwordMaxAgeDays'],
  messages: {
    FAIL: {
      late: 'Passwords expire after {days} days; {wanted} are asked for.',
      never: 'Passwords never expire; they should after {wanted} days.',
    },
    PASS: { 'in-time': 'Passwords expire after {days} days; {wanted} are asked for.' },
  },

  judge({ sources, account, criteria }) {
    const wanted = criteria.thresholds.passwordMaxAgeDays;
    const days = policyInForce(sources.passwordPolicy).policy.maxAgeDays;
    if (days === undefined) return [{ message: 'never', ...aboutPolicy(account), data: { wanted } }];
    return [
      { message: days <= wanted ? 'in-time' : 'late', ...aboutPolicy(account), data: { days, wanted } },
    ];
  },
});

const state = (maxAgeDays: number) => reads({ passwordPolicy: passwordPolicy({ maxAgeDays }) });
const none = () => ({ passwordPolicy: readSource('none' as const) });

export const examples = (): CheckExample[] => [
  { name: 'after 91 days', expect: ['late'], severity: 'low', profile: 'pci-dss-4', state: state(91) },
  { name: 'after 90 days', expect: ['in-time'], profile: 'pci-dss-4', state: state(90) },
  { name: 'never', expect: ['never'], profile: 'pci-dss-4', state: none() },
  {
    name: 'never, switched on by the settings',
    expect: ['never'],
    settings: { alsoRun: ['password-policy-max-age'] },
    state: none(),
  },
  { name: 'never, and nobody asks', expect: ['not-asked'], state: none() },
];
