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
    'CloudTrail.7',
    'CloudTrail',
    { en: "Access to the trail's bucket is logged", ko: '추적 버킷 액세스 로깅' },
    ['cloudtrail-bucket-access-logging-disabled'],
  ),
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
  control('IAM.9', 'IAM', { en: 'Root user has MFA', ko: '루트 사용자 MFA 사용' }, ['root-mfa-disabled']),
  control(
    'IAM.10',
    'IAM',
    { en: 'Password policy meets the older PCI values', ko: '이전 PCI 기준의 비밀번호 정책' },
    [
      'password-policy-missing',
      'password-policy-min-length',
      'password-policy-reuse',
      'password-policy-max-age',
      'password-policy-uppercase',
      'password-policy-lowercase',
      'password-policy-number',
      'password-policy-symbol',
    ],
  ),
  control('IAM.11', 'IAM', { en: 'Passwords need an uppercase letter', ko: '비밀번호 대문자 필수' }, [
    'password-policy-uppercase',
  ]),
  control('IAM.12', 'IAM', { en: 'Passwords need a lowercase letter', ko: '비밀번호 소문자 필수' }, [
    'password-policy-lowercase',
  ]),
  control('IAM.13', 'IAM', { en: 'Passwords need a symbol', ko: '비밀번호 특수 문자 필수' }, [
    'password-policy-symbol',
  ]),
  control('IAM.14', 'IAM', { en: 'Passwords need a digit', ko: '비밀번호 숫자 필수' }, [
    'password-policy-number',
  ]),
  control('IAM.15', 'IAM', { en: 'Passwords have at least 14 characters', ko: '비밀번호 최소 14자' }, [
    'password-policy-min-length',
  ]),
  control('IAM.16', 'IAM', { en: 'Old passwords cannot be reused', ko: '비밀번호 재사용 방지' }, [
    'password-policy-reuse',
  ]),
  control('IAM.17', 'IAM', { en: 'Passwords expire within 90 days', ko: '90일 이내 비밀번호 만료' }, [
    'password-policy-max-age',
  ]),
  control('IAM.18', 'IAM', { en: 'A role for support cases exists', ko: '지원 사례용 역할 존재' }, [
    'support-role-missing',
  ]),
  control('IAM.19', 'IAM', { en: 'Every user has MFA', ko: '모든 사용자 MFA 사용' }, ['user-mfa-missing']),
  control('IAM.20', 'IAM', { en: 'Root user is not used (retired)', ko: '루트 사용자 미사용(폐기된 제어)' }, [
    'root-recently-used',
  ]),
  control(
    'IAM.21',
    'IAM',
    { en: 'No policy of your own allows whole services', ko: '서비스 전체를 허용하는 고객 정책 없음' },
    ['policy-service-wildcard'],
  ),
  control(
    'IAM.22',
    'IAM',
    { en: 'Credentials unused for 45 days are removed', ko: '45일 미사용 자격 증명 제거' },
    ['access-key-unused', 'access-key-never-used', 'console-password-unused', 'console-password-never-used'],
  ),
  control('IAM.23', 'IAM', { en: 'Access analyzers are tagged', ko: '액세스 분석기 태그 지정' }, [
    'analyzer-untagged',
  ]),
  control('IAM.24', 'IAM', { en: 'Roles are tagged', ko: '역할 태그 지정' }, ['role-untagged']),
  control('IAM.25', 'IAM', { en: 'Users are tagged', ko: '사용자 태그 지정' }, ['user-untagged']),
  control('IAM.26', 'IAM', { en: 'No expired certificates in IAM', ko: 'IAM에 만료된 인증서 없음' }, [
    'server-certificate-expired',
  ]),
  control(
    'IAM.27',
    'IAM',
    { en: 'AWSCloudShellFullAccess is attached to nobody', ko: 'AWSCloudShellFullAccess 미연결' },
    ['policy-cloudshell-full-access'],
  ),
  control('IAM.28', 'IAM', { en: 'External access analyzer is on', ko: '외부 액세스 분석기 사용' }, [
    'external-access-analyzer-disabled',
  ]),
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

/** The controls of Security Hub of all standards, as far as identities and their audit trail go. */
export const awsSecurityHub: Framework = {
  id: 'aws-security-hub',
  name: { en: 'AWS Security Hub CSPM controls', ko: 'AWS Security Hub CSPM 제어' },
  version: 'current',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html',
  sections: [
    { id: 'CloudTrail', title: { en: 'CloudTrail', ko: 'CloudTrail' } },
    { id: 'IAM', title: { en: 'Identity and access', ko: '자격 증명 및 접근 관리' } },
    { id: 'KMS', title: { en: 'Keys', ko: '키 관리' } },
  ],
  controls,
};
