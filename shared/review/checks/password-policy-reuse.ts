import { passwordPolicy, readSource, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { aboutPolicy, policyInForce } from '../password-rule.ts';

export const check = defineCheck({
  id: 'password-policy-reuse',
  topic: 'password-policy',
  severity: 'medium',
  title: 'Old passwords may be used again too soon',
  why: 'A leaked password that comes back opens the account once more.',
  fix: 'Raise PasswordReusePrevention of the account’s password policy; 24 is the most that IAM takes.',
  misses: 'Passwords that differ by one character.',
  needs: ['passwordPolicy'],
  thresholds: ['passwordReuse'],
  messages: {
    FAIL: {
      few: 'The last {remembered} passwords are refused; {wanted} are asked for.',
      none: 'The password policy lets any old password come back; the last {wanted} should be refused.',
      default: 'The account has no password policy, so any old password may come back.',
    },
    PASS: { enough: 'The last {remembered} passwords are refused; {wanted} are asked for.' },
  },

  judge({ sources, account, criteria }) {
    const wanted = criteria.thresholds.passwordReuse;
    const { policy, isDefault } = policyInForce(sources.passwordPolicy);
    const remembered = policy.reusePrevention ?? 0;
    const data = { remembered, wanted };
    if (remembered >= wanted) return [{ message: 'enough', ...aboutPolicy(account), data }];
    const none = isDefault ? 'default' : 'none';
    return [{ message: remembered === 0 ? none : 'few', ...aboutPolicy(account), data }];
  },
});

const state = (reusePrevention: number) => reads({ passwordPolicy: passwordPolicy({ reusePrevention }) });
const forgetful = () => {
  const { reusePrevention: _, ...rest } = passwordPolicy();
  return rest;
};

export const examples = (): CheckExample[] => [
  { name: 'the last 23', expect: ['few'], severity: 'medium', state: state(23) },
  { name: 'the last 24', expect: ['enough'], state: state(24) },
  { name: 'the last 4, judged by PCI DSS', expect: ['enough'], profile: 'pci-dss-4', state: state(4) },
  { name: 'the last 3, judged by PCI DSS', expect: ['few'], profile: 'pci-dss-4', state: state(3) },
  { name: 'none', expect: ['none'], state: reads({ passwordPolicy: forgetful() }) },
  { name: 'no policy', expect: ['default'], state: { passwordPolicy: readSource('none' as const) } },
];
