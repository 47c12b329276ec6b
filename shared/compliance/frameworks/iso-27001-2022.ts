import { type Control, control, type Framework } from '../framework.ts';

const controls: readonly Control[] = [
  control('A.5.3', 'A.5', { en: 'Duties are kept apart', ko: '직무 분리' }, ['security-audit-role-missing']),
  control('A.5.7', 'A.5', { en: 'Threats are known', ko: '위협 정보' }, [
    'cloudtrail-threat-enumeration',
    'cloudtrail-threat-llm-jacking',
    'cloudtrail-threat-privilege-escalation',
  ]),
  control('A.5.13', 'A.5', { en: 'Information is labelled', ko: '정보 표시' }, [
    'organization-tag-policy-missing',
  ]),
  control('A.5.15', 'A.5', { en: 'Access is controlled by rules', ko: '접근 통제' }, [
    'root-access-key-present',
    'root-mfa-disabled',
    'root-recently-used',
    'password-policy-min-length',
    'password-policy-reuse',
    'password-policy-max-age',
    'password-policy-uppercase',
    'password-policy-lowercase',
    'password-policy-number',
    'password-policy-symbol',
    'user-console-mfa-disabled',
    'access-key-not-rotated',
    'access-key-unused',
    'console-password-unused',
    'user-direct-policy',
    'role-service-access-stale',
    'user-service-access-stale',
  ]),
  control('A.5.17', 'A.5', { en: 'Passwords and keys are managed', ko: '인증 정보 관리' }, [
    'root-mfa-disabled',
    'user-console-mfa-disabled',
  ]),
  control(
    'A.5.18',
    'A.5',
    { en: 'Access is granted, reviewed and taken back', ko: '접근 권한 부여, 검토, 회수' },
    [
      'policy-admin-customer-attached',
      'policy-admin-aws-attached',
      'policy-admin-inline',
      'policy-marketplace-subscribe-wildcard',
      'policy-marketplace-subscribe-wildcard-inline',
    ],
  ),
  control('A.8.1', 'A.8', { en: 'Devices of users are protected', ko: '사용자 단말 보호' }, [
    'cloudtrail-bucket-public',
  ]),
  control('A.8.2', 'A.8', { en: 'Privileged access is limited', ko: '특권 접근 제한' }, [
    'policy-admin-customer-attached',
    'policy-admin-aws-attached',
    'policy-admin-customer-unattached',
    'policy-admin-inline',
    'policy-marketplace-subscribe-wildcard',
    'policy-marketplace-subscribe-wildcard-inline',
  ]),
  control('A.8.3', 'A.8', { en: 'Access to information is limited', ko: '정보 접근 제한' }, [
    'external-access-analyzer-disabled',
    'access-analyzer-active-findings',
    'organization-membership-missing',
  ]),
  control('A.8.5', 'A.8', { en: 'Sign-in is secure', ko: '안전한 인증' }, [
    'root-mfa-disabled',
    'user-console-mfa-disabled',
    'user-hardware-mfa-missing',
  ]),
  control('A.8.11', 'A.8', { en: 'Data is masked where needed', ko: '데이터 마스킹' }, [
    'cloudtrail-kms-encryption-disabled',
  ]),
  control('A.8.15', 'A.8', { en: 'Activities are logged', ko: '로깅' }, [
    'cloudtrail-management-events-incomplete',
    'cloudtrail-log-validation-disabled',
    'cloudtrail-kms-encryption-disabled',
    'cloudtrail-cloudwatch-delivery-stale',
    'cloudtrail-bucket-public',
    'cloudtrail-bucket-access-logging-disabled',
    'cloudtrail-s3-read-events-disabled',
    'cloudtrail-s3-write-events-disabled',
    'cloudtrail-bedrock-logging-disabled',
  ]),
  control('A.8.16', 'A.8', { en: 'Systems are watched for anomalies', ko: '모니터링 활동' }, [
    'cloudtrail-management-events-incomplete',
    'cloudtrail-log-validation-disabled',
    'cloudtrail-kms-encryption-disabled',
    'cloudtrail-cloudwatch-delivery-stale',
    'cloudtrail-bucket-public',
    'cloudtrail-bucket-access-logging-disabled',
    'cloudtrail-s3-read-events-disabled',
    'cloudtrail-s3-write-events-disabled',
  ]),
  control('A.8.24', 'A.8', { en: 'Cryptography is used by rules', ko: '암호화 사용' }, [
    'cloudtrail-kms-encryption-disabled',
  ]),
];

/** Annex A of ISO/IEC 27001:2022, as far as identities and their audit trail go. */
export const iso27001: Framework = {
  id: 'iso-27001-2022',
  name: { en: 'ISO/IEC 27001 Annex A', ko: 'ISO/IEC 27001 부속서 A' },
  version: '2022',
  source: 'https://www.iso.org/standard/27001',
  sections: [
    { id: 'A.5', title: { en: 'Organisational controls', ko: '조직적 통제' } },
    { id: 'A.8', title: { en: 'Technological controls', ko: '기술적 통제' } },
  ],
  controls,
};
