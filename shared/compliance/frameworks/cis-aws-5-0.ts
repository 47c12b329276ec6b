import { type Control, control, type Framework } from '../framework.ts';
import { cisMonitoring } from './cis-monitoring.ts';
import { cisTopics } from './cis-topics.ts';

const controls: readonly Control[] = [
  control('1.3', '1', cisTopics.rootKey, ['root-access-key-present']),
  control('1.4', '1', cisTopics.rootMfa, ['root-mfa-disabled']),
  control('1.5', '1', cisTopics.rootHardwareMfa, ['root-hardware-mfa-missing']),
  control('1.6', '1', cisTopics.rootUse, ['root-recently-used']),
  control('1.7', '1', cisTopics.length, ['password-policy-min-length']),
  control('1.8', '1', cisTopics.reuse, ['password-policy-reuse']),
  control('1.9', '1', cisTopics.consoleMfa, ['user-console-mfa-disabled']),
  control('1.10', '1', cisTopics.setupKey, ['access-key-created-with-console']),
  control('1.11', '1', cisTopics.unused, ['access-key-unused', 'console-password-unused']),
  control('1.12', '1', cisTopics.oneKey, ['user-multiple-active-access-keys']),
  control('1.13', '1', cisTopics.rotation, ['access-key-not-rotated']),
  control('1.14', '1', cisTopics.groups, ['user-direct-policy']),
  control('1.15', '1', cisTopics.admin, ['policy-admin-customer-attached', 'policy-admin-aws-attached']),
  control('1.16', '1', cisTopics.support, ['support-role-missing']),
  control('1.18', '1', cisTopics.certificates, ['server-certificate-expired']),
  control('1.19', '1', cisTopics.analyzer, ['external-access-analyzer-disabled']),
  control('1.20', '1', cisTopics.federation, ['federation-provider-missing']),
  control('1.21', '1', cisTopics.cloudshell, ['policy-cloudshell-full-access']),
  control('3.1', '3', cisTopics.trail, ['cloudtrail-region-not-logging']),
  control('3.2', '3', cisTopics.validation, ['cloudtrail-log-validation-disabled']),
  control('3.4', '3', cisTopics.bucketLogging, ['cloudtrail-bucket-access-logging-disabled']),
  control('3.5', '3', cisTopics.kms, ['cloudtrail-kms-encryption-disabled']),
  control('3.8', '3', cisTopics.s3Writes, ['cloudtrail-s3-write-events-disabled']),
  control('3.9', '3', cisTopics.s3Reads, ['cloudtrail-s3-read-events-disabled']),
  ...cisMonitoring('4'),
];

/** Version 5.0.0 of the benchmark, as far as identities and their audit trail go. */
export const cisAws50: Framework = {
  id: 'cis-aws-5.0',
  name: { en: 'CIS Amazon Web Services Foundations Benchmark', ko: 'CIS AWS 파운데이션 벤치마크' },
  version: 'v5.0.0',
  source: 'https://www.cisecurity.org/benchmark/amazon_web_services',
  sections: [
    { id: '1', title: { en: 'Identity and access', ko: '자격 증명 및 접근 관리' } },
    { id: '3', title: { en: 'Logging', ko: '로깅' } },
    { id: '4', title: { en: 'Monitoring', ko: '모니터링' } },
  ],
  controls,
};
