import type { Framework } from '../framework.ts';
import { awsSecurityHub } from './aws-security-hub.ts';

/** Which controls of Security Hub are in the standard. */
const members = new Set([
  'CloudTrail.1',
  'CloudTrail.2',
  'CloudTrail.4',
  'CloudTrail.5',
  'CloudTrail.6',
  'IAM.1',
  'IAM.2',
  'IAM.3',
  'IAM.4',
  'IAM.5',
  'IAM.6',
  'IAM.7',
  'IAM.8',
  'IAM.21',
  'KMS.1',
  'KMS.2',
]);

/** The standard of Security Hub, as far as identities and their audit trail go. */
export const awsFsbp: Framework = {
  id: 'aws-fsbp',
  name: { en: 'AWS Foundational Security Best Practices', ko: 'AWS 기본 보안 모범 사례(FSBP)' },
  version: 'v1.0.0',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html',
  sections: awsSecurityHub.sections,
  controls: awsSecurityHub.controls.filter(({ id }) => members.has(id)),
};
