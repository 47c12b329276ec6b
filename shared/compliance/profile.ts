import type { FrameworkId } from './framework.ts';

/** Whose thresholds of the review a framework is judged by: a key of 60 days passes AWS's 90 and fails CIS's 45. */
export const profileOfFramework = {
  'cis-aws-7.0': 'cis-7',
  'cis-aws-6.0': 'cis-6',
  'cis-aws-5.0': 'cis-5',
  'aws-fsbp': 'fsbp',
  'aws-security-hub': 'fsbp',
  'pci-dss-4.0.1': 'pci-dss-4',
  'nist-800-53-r5': 'recommended',
  'iso-27001-2022': 'recommended',
  soc2: 'recommended',
  'kisa-isms-p-2023': 'isms-p',
} as const satisfies Readonly<Record<FrameworkId, string>>;
