import { control, type Framework, withChecks } from '../framework.ts';

const controls = [
  control('A1.2', 'A1', { en: 'Recovery infrastructure is in place', ko: '복구 인프라' }),
  control('CC1.3', 'CC1', { en: 'Responsibilities are assigned', ko: '책임과 권한 체계' }),
  control('CC2.1', 'CC2', { en: 'Controls rest on good information', ko: '양질의 정보 사용' }),
  control('CC3.3', 'CC3', { en: 'The risk of fraud is considered', ko: '부정 위험 고려' }),
  control('CC6.3', 'CC6', {
    en: 'Access follows the role and is taken back',
    ko: '역할에 따른 접근 부여와 회수',
  }),
  control('CC7.2', 'CC7', { en: 'Systems are watched for anomalies', ko: '이상 징후 모니터링' }),
  control('CC7.3', 'CC7', { en: 'Security events are evaluated', ko: '보안 이벤트 평가' }),
  control('PI1.2', 'PI1', { en: 'Inputs are complete and accurate', ko: '입력의 완전성과 정확성' }),
  control('PI1.3', 'PI1', { en: 'Processing is complete and accurate', ko: '처리의 완전성과 정확성' }),
  control('CC6.1', 'CC6', { en: 'Logical access is protected', ko: '논리적 접근 보호' }),
  control('CC6.2', 'CC6', { en: 'Users are registered and authorised first', ko: '사용자 등록과 승인' }),
];

/** The published mapping: controls by the check that answers them. */
const byCheck: Readonly<Record<string, string>> = {
  'access-key-unused': 'CC1.3',
  'console-password-unused': 'CC1.3',
  'user-direct-policy': 'CC1.3',
  'policy-admin-customer-attached': 'CC1.3 CC6.3',
  'policy-admin-aws-attached': 'CC1.3 CC6.3',
  'policy-admin-inline': 'CC1.3 CC6.3',
  'policy-privilege-escalation-inline': 'CC3.3',
  'policy-cloudtrail-full-access': 'CC3.3',
  'policy-marketplace-subscribe-wildcard': 'CC6.3',
  'policy-marketplace-subscribe-wildcard-inline': 'CC6.3',
  'cloudtrail-region-not-logging': 'A1.2 CC2.1 CC7.2 PI1.3',
  'cloudtrail-log-validation-disabled': 'CC7.3 PI1.3',
  'cloudtrail-cloudwatch-delivery-stale': 'A1.2 CC7.2 CC7.3 PI1.3',
  'cloudtrail-bucket-access-logging-disabled': 'A1.2',
  'cloudtrail-s3-read-events-disabled': 'CC2.1 CC7.2',
  'cloudtrail-s3-write-events-disabled': 'CC2.1 CC7.2 PI1.2',
  'cloudtrail-bedrock-logging-disabled': 'CC7.2',
  'cloudtrail-threat-enumeration': 'CC3.3',
  'cloudtrail-threat-llm-jacking': 'CC3.3',
  'cloudtrail-threat-privilege-escalation': 'CC3.3',
};

/** Criteria of SOC 2 that evidence about identities and their audit trail supports. */
export const soc2: Framework = {
  id: 'soc2',
  name: { en: 'SOC 2 Trust Services Criteria', ko: 'SOC 2 신뢰 서비스 기준' },
  version: '2017',
  source:
    'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
  sections: [
    { id: 'A1', title: { en: 'Availability', ko: '가용성' } },
    { id: 'CC1', title: { en: 'Control environment', ko: '통제 환경' } },
    { id: 'CC2', title: { en: 'Information and communication', ko: '정보와 의사소통' } },
    { id: 'CC3', title: { en: 'Risk assessment', ko: '위험 평가' } },
    { id: 'CC6', title: { en: 'Logical and physical access', ko: '논리적·물리적 접근' } },
    { id: 'CC7', title: { en: 'System operations', ko: '시스템 운영' } },
    { id: 'PI1', title: { en: 'Processing integrity', ko: '처리 무결성' } },
  ],
  controls: withChecks(controls, byCheck),
};
