import { type Control, control, type Framework } from '../framework.ts';
import { cisMonitoring } from './cis-monitoring.ts';
import { cisTopics } from './cis-topics.ts';

const controls: readonly Control[] = [
  control('2.1.1', '2', cisTopics.centralRoot, ['root-central-management-disabled']),
  control('2.1.5', '2', cisTopics.policyAdmin, ['organization-delegated-admin-untrusted']),
  control('2.1.6', '2', cisTopics.serviceAdmins, ['organization-delegated-admin-untrusted']),
  control('2.4', '2', cisTopics.rootKey, ['root-access-key-present']),
  control('2.5', '2', cisTopics.rootMfa, ['root-mfa-disabled']),
  control('2.6', '2', cisTopics.rootHardwareMfa, ['root-hardware-mfa-missing']),
  control('2.7', '2', cisTopics.rootUse, ['root-recently-used']),
  control('2.8', '2', cisTopics.length, ['password-policy-min-length']),
  control('2.9', '2', cisTopics.reuse, ['password-policy-reuse']),
  control('2.10', '2', cisTopics.consoleMfa, ['user-console-mfa-disabled']),
  control('2.11', '2', cisTopics.unused, ['access-key-unused', 'console-password-unused']),
  control('2.12', '2', cisTopics.rotation, ['access-key-not-rotated']),
  control('2.13', '2', cisTopics.groups, ['user-direct-policy']),
  control('2.14', '2', cisTopics.admin, ['policy-admin-customer-attached', 'policy-admin-aws-attached']),
  control('2.15', '2', cisTopics.support, ['support-role-missing']),
  control('2.17', '2', cisTopics.certificates, ['server-certificate-expired']),
  control('2.18', '2', cisTopics.analyzer, ['external-access-analyzer-disabled']),
  control('2.19', '2', cisTopics.federation, ['federation-provider-missing']),
  control('2.20', '2', cisTopics.cloudshell, ['policy-cloudshell-full-access']),
  control('4.1', '4', cisTopics.trail, ['cloudtrail-region-not-logging']),
  control('4.2', '4', cisTopics.validation, ['cloudtrail-log-validation-disabled']),
  control('4.4', '4', cisTopics.bucketLogging, ['cloudtrail-bucket-access-logging-disabled']),
  control('4.5', '4', cisTopics.kms, ['cloudtrail-kms-encryption-disabled']),
  control('4.8', '4', cisTopics.s3Writes, ['cloudtrail-s3-write-events-disabled']),
  control('4.9', '4', cisTopics.s3Reads, ['cloudtrail-s3-read-events-disabled']),
  ...cisMonitoring('5'),
];

/** Version 7.0.0 of the benchmark, as far as identities and their audit trail go. */
export const cisAws70: Framework = {
  id: 'cis-aws-7.0',
  name: { en: 'CIS Amazon Web Services Foundations Benchmark', ko: 'CIS AWS 파운데이션 벤치마크' },
  version: 'v7.0.0',
  source: 'https://www.cisecurity.org/benchmark/amazon_web_services',
  sections: [
    { id: '2', title: { en: 'Identity and access', ko: '자격 증명 및 접근 관리' } },
    { id: '4', title: { en: 'Logging', ko: '로깅' } },
    { id: '5', title: { en: 'Monitoring', ko: '모니터링' } },
  ],
  controls,
};
