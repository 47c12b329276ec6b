import { type Control, control, type Framework } from '../framework.ts';

const controls: readonly Control[] = [
  control(
    'CloudTrail.1',
    'CloudTrail',
    { en: 'A multi-Region trail records management events', ko: '다중 리전 추적의 관리 이벤트 기록' },
    ['cloudtrail-region-not-logging'],
  ),
  control(
    'CloudTrail.2',
    'CloudTrail',
    { en: 'Trail logs are encrypted at rest', ko: '추적 로그 저장 암호화' },
    ['cloudtrail-kms-encryption-disabled'],
  ),
  control(
    'CloudTrail.4',
    'CloudTrail',
    { en: 'Log file validation is on', ko: '로그 파일 무결성 검증 사용' },
    ['cloudtrail-log-validation-disabled'],
  ),
  control(
    'CloudTrail.5',
    'CloudTrail',
    { en: 'Trails deliver to CloudWatch Logs', ko: 'CloudWatch Logs로 추적 전달' },
    ['cloudtrail-cloudwatch-delivery-stale'],
  ),
  control('CloudTrail.6', 'CloudTrail', { en: "The trail's bucket is not public", ko: '추적 버킷 비공개' }, [
    'cloudtrail-bucket-public',
  ]),
  control(
    'IAM.1',
    'IAM',
    { en: 'No policy of your own allows everything', ko: '모든 것을 허용하는 고객 정책 없음' },
    ['policy-admin-customer-attached', 'policy-admin-aws-attached', 'policy-admin-inline'],
  ),
  control(
    'IAM.2',
    'IAM',
    { en: 'Users have no policies of their own', ko: '사용자에 직접 연결된 정책 없음' },
    ['user-direct-policy'],
  ),
  control('IAM.3', 'IAM', { en: 'Access keys are rotated within 90 days', ko: '90일 이내 액세스 키 교체' }, [
    'access-key-not-rotated',
  ]),
  control('IAM.4', 'IAM', { en: 'No access key for the root user', ko: '루트 사용자의 액세스 키 없음' }, [
    'root-access-key-present',
  ]),
  control('IAM.5', 'IAM', { en: 'Every console user has MFA', ko: '모든 콘솔 사용자 MFA 사용' }, [
    'user-console-mfa-disabled',
  ]),
  control('IAM.6', 'IAM', { en: 'Root user has hardware MFA', ko: '루트 사용자 하드웨어 MFA 사용' }, [
    'root-hardware-mfa-missing',
  ]),
  control('IAM.7', 'IAM', { en: 'Password policy is strong', ko: '강력한 비밀번호 정책' }, [
    'password-policy-missing',
    'password-policy-min-length',
    'password-policy-reuse',
    'password-policy-max-age',
    'password-policy-uppercase',
    'password-policy-lowercase',
    'password-policy-number',
    'password-policy-symbol',
  ]),
  control('IAM.8', 'IAM', { en: 'Unused credentials are removed', ko: '미사용 자격 증명 제거' }, [
    'access-key-unused',
    'access-key-never-used',
    'console-password-unused',
    'console-password-never-used',
  ]),
  control(
    'IAM.21',
    'IAM',
    { en: 'No policy of your own allows whole services', ko: '서비스 전체를 허용하는 고객 정책 없음' },
    ['policy-service-wildcard'],
  ),
  control(
    'KMS.1',
    'KMS',
    { en: 'No policy of your own decrypts with every key', ko: '모든 키 복호화를 허용하는 고객 정책 없음' },
    ['policy-kms-decrypt-all'],
  ),
  control(
    'KMS.2',
    'KMS',
    { en: 'No inline policy decrypts with every key', ko: '모든 키 복호화를 허용하는 인라인 정책 없음' },
    ['policy-kms-decrypt-all-inline'],
  ),
];

/** The standard of Security Hub, as far as identities and their audit trail go. */
export const awsFsbp: Framework = {
  id: 'aws-fsbp',
  name: { en: 'AWS Foundational Security Best Practices', ko: 'AWS 기본 보안 모범 사례(FSBP)' },
  version: 'v1.0.0',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html',
  sections: [
    { id: 'CloudTrail', title: { en: 'CloudTrail', ko: 'CloudTrail' } },
    { id: 'IAM', title: { en: 'Identity and access', ko: '자격 증명 및 접근 관리' } },
    { id: 'KMS', title: { en: 'Keys', ko: '키 관리' } },
  ],
  controls,
};
