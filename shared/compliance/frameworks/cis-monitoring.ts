import type { Bilingual, Control } from '../framework.ts';

const network: Bilingual = {
  en: 'Changes of networks are no changes of identities: Trailwarden does not watch them.',
  ko: '네트워크 변경은 자격 증명의 변경이 아니므로 Trailwarden이 감시하지 않습니다.',
};

/** A topic of the section "Monitoring", in the order in which every version numbers them, and the rules that watch for it. */
interface Topic {
  readonly title: Bilingual;
  readonly rules: readonly string[];
  readonly outside?: Bilingual;
}

const topics: readonly Topic[] = [
  {
    title: { en: 'Refused calls are watched', ko: '거부된 API 호출 모니터링' },
    rules: ['access-denied-burst-by-actor', 'iam-recon-denied', 'secrets-read-denied'],
  },
  {
    title: { en: 'Console sign-ins without MFA are watched', ko: 'MFA 없는 콘솔 로그인 모니터링' },
    rules: ['console-login-without-mfa', 'root-console-login-without-mfa'],
  },
  {
    title: { en: 'Use of the root user is watched', ko: '루트 사용자 사용 모니터링' },
    rules: ['root-api-activity', 'root-console-login', 'root-console-login-without-mfa'],
  },
  {
    title: { en: 'Changes of IAM policies are watched', ko: 'IAM 정책 변경 모니터링' },
    rules: [
      'iam-policy-changed',
      'policy-document-grants-admin',
      'policy-version-set-default',
      'managed-policy-attached',
      'inline-policy-on-group',
    ],
  },
  {
    title: { en: 'Changes of CloudTrail are watched', ko: 'CloudTrail 설정 변경 모니터링' },
    rules: [
      'cloudtrail-created-or-started',
      'cloudtrail-updated',
      'cloudtrail-deleted',
      'cloudtrail-stopped',
      'cloudtrail-management-events-excluded',
    ],
  },
  {
    title: { en: 'Failed console sign-ins are watched', ko: '콘솔 로그인 실패 모니터링' },
    rules: [
      'console-login-failed',
      'console-brute-force-by-user',
      'console-brute-force-by-ip',
      'root-console-login-failed',
    ],
  },
  {
    title: { en: 'Disabling and deletion of KMS keys is watched', ko: 'KMS 키 비활성화와 삭제 모니터링' },
    rules: ['kms-key-loss'],
  },
  {
    title: { en: 'Changes of S3 bucket policies are watched', ko: 'S3 버킷 정책 변경 모니터링' },
    rules: ['resource-policy-public', 'trail-kms-or-bucket-policy-broken'],
  },
  {
    title: { en: 'Changes of AWS Config are watched', ko: 'AWS Config 변경 모니터링' },
    rules: ['config-recorder-changed', 'config-recorder-stopped', 'config-narrowed', 'config-rules-deleted'],
  },
  { title: { en: 'Changes of security groups', ko: '보안 그룹 변경' }, rules: [], outside: network },
  { title: { en: 'Changes of network ACLs', ko: '네트워크 ACL 변경' }, rules: [], outside: network },
  {
    title: { en: 'Changes of network gateways', ko: '네트워크 게이트웨이 변경' },
    rules: [],
    outside: network,
  },
  { title: { en: 'Changes of route tables', ko: '라우팅 테이블 변경' }, rules: [], outside: network },
  { title: { en: 'Changes of VPCs', ko: 'VPC 변경' }, rules: [], outside: network },
  {
    title: { en: 'Changes of AWS Organizations are watched', ko: 'AWS Organizations 변경 모니터링' },
    rules: [
      'organization-account-moved-or-invited',
      'organization-left',
      'organization-deleted',
      'organization-policy-delegated',
      'delegated-admin-registered',
      'scp-weakened',
    ],
  },
];

/**
 * The section "Monitoring" of a version of the benchmark: 4 in 5.0, 5 in 6.0 and 7.0. Its last topic, Security Hub, is judged by a check.
 *
 * @param section its number
 */
export const cisMonitoring = (section: string): readonly Control[] => [
  ...topics.map(
    ({ title, rules, outside }, index): Control => ({
      id: `${section}.${index + 1}`,
      section,
      title,
      checks: [],
      rules,
      ...(outside === undefined ? {} : { outside }),
    }),
  ),
  {
    id: `${section}.${topics.length + 1}`,
    section,
    title: { en: 'Security Hub is on', ko: 'Security Hub 사용' },
    checks: ['security-hub-disabled'],
    rules: ['security-hub-disabled'],
  },
];
