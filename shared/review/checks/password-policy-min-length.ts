import { passwordPolicy, readSource, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { aboutPolicy, policyInForce } from '../password-rule.ts';

export const check = defineCheck({
  id: 'password-policy-min-length',
  topic: 'password-policy',
  severity: 'medium',
  title: 'Passwords may be too short',
  why: 'Short passwords fall to guessing and to lists of leaked ones.',
  fix: 'Raise MinimumPasswordLength of the account’s password policy.',
  misses: 'Passwords that were set before the policy: it is asked at the next change only.',
  needs: ['passwordPolicy'],
  thresholds: ['passwordMinLength'],
  messages: {
    FAIL: {
      short: 'The password policy takes {length} characters; it should ask for {wanted}.',
      default:
        'The account has no password policy, and AWS’s default takes {length} characters; {wanted} are asked for.',
    },
    PASS: { long: 'Passwords must have {length} characters; {wanted} are asked for.' },
  },

  judge({ sources, account, criteria }) {
    const wanted = criteria.thresholds.passwordMinLength;
    const { policy, isDefault } = policyInForce(sources.passwordPolicy);
    const data = { length: policy.minimumLength, wanted };
    if (policy.minimumLength >= wanted) return [{ message: 'long', ...aboutPolicy(account), data }];
    return [{ message: isDefault ? 'default' : 'short', ...aboutPolicy(account), data }];
  },
});

const state = (minimumLength: number) => reads({ passwordPolicy: passwordPolicy({ minimumLength }) });
const none = () => ({ passwordPolicy: readSource('none' as const) });

export const examples = (): CheckExample[] => [
  { name: '13 characters', expect: ['short'], severity: 'medium', state: state(13) },
  { name: '14 characters', expect: ['long'], state: state(14) },
  { name: '12 characters, judged by PCI DSS', expect: ['long'], profile: 'pci-dss-4', state: state(12) },
  { name: '11 characters, judged by PCI DSS', expect: ['short'], profile: 'pci-dss-4', state: state(11) },
  { name: '8 characters, judged by FSBP', expect: ['long'], profile: 'fsbp', state: state(8) },
  { name: 'no policy: AWS’s default of 8', expect: ['default'], state: none() },
  { name: 'no policy, judged by FSBP', expect: ['long'], profile: 'fsbp', state: none() },
];
