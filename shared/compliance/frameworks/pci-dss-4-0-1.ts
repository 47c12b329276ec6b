import { control, type Framework, withChecks } from '../framework.ts';

const controls = [
  control('3.5.1', '3', { en: 'Stored card numbers are unreadable', ko: '저장된 카드 번호 판독 불가 처리' }),
  control('3.5.1.1', '3', { en: 'Hashes of card numbers are keyed', ko: '카드 번호 해시에 키 사용' }),
  control('3.5.1.3', '3', {
    en: 'Access to encrypted disks is managed apart',
    ko: '디스크 암호화 접근의 별도 관리',
  }),
  control('3.6.1', '3', { en: 'Keys that protect card data are guarded', ko: '카드 데이터 보호 키의 보호' }),
  control('3.6.1.2', '3', { en: 'Secret keys are stored in a safe form', ko: '비밀 키의 안전한 형태 보관' }),
  control('3.6.1.3', '3', { en: 'Few people reach key components', ko: '키 구성 요소 접근 인원 최소화' }),
  control('3.6.1.4', '3', { en: 'Keys are kept in few places', ko: '키 보관 장소 최소화' }),
  control('3.7.1', '3', { en: 'Strong keys are generated', ko: '강력한 키 생성' }),
  control('3.7.2', '3', { en: 'Keys are distributed safely', ko: '키의 안전한 배포' }),
  control('3.7.4', '3', { en: 'Keys are changed at the end of their life', ko: '수명 만료 시 키 변경' }),
  control('3.7.6', '3', { en: 'Manual key work needs two people', ko: '수동 키 작업의 이중 통제' }),
  control('3.7.7', '3', { en: 'Keys cannot be swapped without permission', ko: '무단 키 교체 방지' }),
  control('4.2.1.1', '4', {
    en: 'Keys and certificates in transit are inventoried',
    ko: '전송 보호 키와 인증서 목록 관리',
  }),
  control('5.3.4', '5', { en: 'Logs of malware protection are kept', ko: '악성코드 방지 로그 보관' }),
  control('7.2.1', '7', { en: 'A model decides who may access what', ko: '접근 통제 모델 정의' }),
  control('7.2.2', '7', {
    en: 'Access follows the job and least privilege',
    ko: '직무와 최소 권한에 따른 접근 부여',
  }),
  control('7.2.3', '7', { en: 'Privileges are approved', ko: '권한 승인' }),
  control('7.2.4', '7', { en: 'Access is reviewed every six months', ko: '6개월마다 접근 권한 검토' }),
  control('7.2.5', '7', { en: 'Accounts of programs have least privilege', ko: '프로그램 계정의 최소 권한' }),
  control('7.2.5.1', '7', { en: 'Access of programs is reviewed', ko: '프로그램 계정 접근 검토' }),
  control('7.3.1', '7', {
    en: 'An access control system covers everything',
    ko: '모든 구성 요소를 포괄하는 접근 통제 시스템',
  }),
  control('7.3.2', '7', { en: 'The system enforces what was assigned', ko: '할당된 권한의 시스템 적용' }),
  control('7.3.3', '7', { en: 'The default is to deny', ko: '기본 거부' }),
  control('8.2.1', '8', { en: 'Everybody has an identity of their own', ko: '개인별 고유 식별자' }),
  control('8.2.2', '8', { en: 'Shared accounts are the exception', ko: '공용 계정의 예외적 사용' }),
  control('8.2.4', '8', { en: 'Changes of accounts are authorised', ko: '계정 변경 승인' }),
  control('8.2.5', '8', { en: 'Access of leavers ends at once', ko: '퇴사자 접근 즉시 제거' }),
  control('8.2.6', '8', {
    en: 'Accounts unused for 90 days are switched off',
    ko: '90일 미사용 계정 비활성화',
  }),
  control('8.2.7', '8', {
    en: 'Access of third parties is limited and watched',
    ko: '제3자 접근 제한과 감시',
  }),
  control('8.2.8', '8', { en: 'Idle sessions end after 15 minutes', ko: '15분 유휴 세션 재인증' }),
  control('8.3.2', '8', {
    en: 'Credentials are encrypted in transit and at rest',
    ko: '인증 정보의 전송·저장 암호화',
  }),
  control('8.3.4', '8', { en: 'Repeated failures lock out', ko: '반복 실패 시 잠금' }),
  control('8.3.5', '8', {
    en: 'First passwords are unique and changed',
    ko: '초기 비밀번호의 고유성과 변경',
  }),
  control('8.3.6', '8', { en: 'Passwords are long and complex enough', ko: '비밀번호 길이와 복잡도' }),
  control('8.3.7', '8', { en: 'The last four passwords are barred', ko: '최근 비밀번호 4개 재사용 금지' }),
  control('8.3.9', '8', {
    en: 'Lone passwords are changed every 90 days',
    ko: '단독 비밀번호의 90일 주기 변경',
  }),
  control('8.3.10.1', '8', { en: "Customers' lone passwords are changed", ko: '고객의 단독 비밀번호 변경' }),
  control('8.3.11', '8', {
    en: 'Tokens and certificates belong to one person',
    ko: '토큰과 인증서의 개인 전용 사용',
  }),
  control('8.4.1', '8', { en: 'MFA for administrators', ko: '관리자 MFA' }),
  control('8.4.2', '8', {
    en: 'MFA for all access to card data systems',
    ko: '카드 데이터 환경의 모든 접근에 MFA',
  }),
  control('8.4.3', '8', { en: 'MFA for remote access', ko: '원격 접근 MFA' }),
  control('8.6.3', '8', {
    en: 'Passwords of programs are changed and strong',
    ko: '프로그램 비밀번호의 변경과 강도',
  }),
  control('10.2.1', '10', { en: 'Audit logs are on everywhere', ko: '모든 구성 요소의 감사 로그' }),
  control('10.2.1.1', '10', { en: 'Access to card data is logged', ko: '카드 데이터 접근 로깅' }),
  control('10.2.1.2', '10', { en: 'Actions of administrators are logged', ko: '관리자 행위 로깅' }),
  control('10.2.1.3', '10', { en: 'Access to audit logs is logged', ko: '감사 로그 접근 로깅' }),
  control('10.2.1.4', '10', { en: 'Refused access is logged', ko: '거부된 접근 로깅' }),
  control('10.2.1.5', '10', { en: 'Changes of credentials are logged', ko: '자격 증명 변경 로깅' }),
  control('10.2.1.6', '10', { en: 'Starting and stopping of logs is logged', ko: '로그 시작과 중지 로깅' }),
  control('10.2.1.7', '10', {
    en: 'Creation and deletion of objects is logged',
    ko: '시스템 객체 생성과 삭제 로깅',
  }),
  control('10.2.2', '10', { en: 'Log entries say who, what, when and where', ko: '로그 항목의 필수 정보' }),
  control('10.3.1', '10', { en: 'Only those who must read logs can', ko: '로그 열람 권한 제한' }),
  control('10.3.2', '10', { en: 'Logs cannot be changed', ko: '로그 변경 방지' }),
  control('10.3.3', '10', { en: 'Logs are backed up centrally', ko: '로그의 중앙 백업' }),
  control('10.3.4', '10', { en: 'Changed logs are noticed', ko: '로그 변경 탐지' }),
  control('10.4.1.1', '10', { en: 'Logs are reviewed automatically', ko: '로그 자동 검토' }),
  control('10.5.1', '10', { en: 'Logs are kept for twelve months', ko: '로그 12개월 보관' }),
  control('10.6.3', '10', { en: 'Time settings are protected', ko: '시각 설정 보호' }),
  control('11.5.2', '11', { en: 'Changes of critical files are noticed', ko: '중요 파일 변경 탐지' }),
  control('11.6.1', '11', { en: 'Changes of payment pages are noticed', ko: '결제 페이지 변경 탐지' }),
  control('12.10.5', '12', {
    en: 'The response plan covers alerts of monitoring',
    ko: '모니터링 경보를 포함한 대응 계획',
  }),
  control('A1.2.1', 'A1', {
    en: 'Customers of providers get their logs',
    ko: '서비스 제공자 고객별 로그 제공',
  }),
  control('A3.3.1', 'A3', { en: 'Failures of security controls are noticed', ko: '보안 통제 실패 탐지' }),
  control('A3.4.1', 'A3', {
    en: 'Access is reviewed every six months (designated entities)',
    ko: '6개월마다 접근 검토(지정 기관)',
  }),
  control('A3.5.1', 'A3', {
    en: 'Attack patterns across systems are noticed (designated entities)',
    ko: '시스템 전반의 공격 패턴 탐지(지정 기관)',
  }),
];

/** The published mapping: controls by the check that answers them. */
const byCheck: Readonly<Record<string, string>> = {
  'root-access-key-present': '7.2.1 7.2.2 7.2.3 8.2.1 8.2.2 8.2.4 8.2.5 8.3.11',
  'root-mfa-disabled': '8.4.1 8.4.2 8.4.3',
  'root-hardware-mfa-missing': '8.4.1 8.4.2 8.4.3',
  'password-policy-max-age': '8.3.6 8.6.3',
  'user-console-mfa-disabled': '8.4.1 8.4.2 8.4.3',
  'access-key-not-rotated': '8.3.5 8.3.7 8.3.9 8.3.10.1 8.6.3',
  'access-key-unused': '7.2.4 7.2.5.1 8.2.6 A3.4.1',
  'user-direct-policy':
    '7.2.1 7.2.2 7.2.5 7.3.1 7.3.2 7.3.3 8.2.1 8.2.2 8.2.4 8.2.5 8.2.7 8.2.8 8.3.4 8.3.11',
  'user-administrator-access': '7.2.1 7.2.2 7.2.5 7.3.1 7.3.2 7.3.3 8.2.7 8.2.8 8.3.4',
  'policy-kms-full-access':
    '3.5.1.1 3.5.1.3 3.6.1 3.6.1.2 3.6.1.3 3.6.1.4 3.7.1 3.7.2 3.7.4 3.7.6 3.7.7 4.2.1.1 7.2.1 7.2.2 7.2.3 7.2.5 7.3.1 7.3.2 7.3.3 8.2.7 8.2.8 8.3.4',
  'policy-kms-full-access-inline':
    '3.5.1.1 3.5.1.3 3.6.1 3.6.1.2 3.6.1.3 3.6.1.4 3.7.1 3.7.2 3.7.4 3.7.6 3.7.7 4.2.1.1 7.2.1 7.2.2 7.2.3 7.2.5 7.3.1 7.3.2 7.3.3 8.2.7 8.2.8 8.3.4',
  'policy-cloudshell-full-access': '7.2.1 7.2.2 7.2.3 7.2.5 7.3.1 7.3.2 7.3.3 8.2.7 8.2.8 8.3.4',
  'organization-membership-missing': '7.2.1 7.2.2 7.2.5 7.3.1 7.3.2 7.3.3 8.2.7 8.2.8 8.3.4',
  'cloudtrail-region-not-logging':
    '5.3.4 10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1',
  'cloudtrail-log-validation-disabled': '10.3.2 10.3.3 10.3.4 A1.2.1',
  'cloudtrail-kms-encryption-disabled': '3.5.1 8.3.2 10.3.2 10.3.3 10.3.4 A1.2.1',
  'cloudtrail-cloudwatch-delivery-stale':
    '5.3.4 10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.4.1.1 10.6.3 11.5.2 11.6.1 12.10.5 A1.2.1 A3.3.1 A3.5.1',
  'cloudtrail-insights-disabled': '5.3.4 10.3.2 10.3.3 10.3.4 10.5.1 A1.2.1',
  'cloudtrail-s3-write-events-disabled':
    '5.3.4 10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1',
};

/** Requirements of PCI DSS 4.0.1, which kept the numbers of 4.0 (retired on 2024-12-31) for those that are here. */
export const pciDss401: Framework = {
  id: 'pci-dss-4.0.1',
  name: { en: 'PCI DSS', ko: 'PCI DSS' },
  version: 'v4.0.1',
  source: 'https://www.pcisecuritystandards.org/document_library/',
  sections: [
    { id: '3', title: { en: 'Stored account data', ko: '저장된 계정 데이터 보호' } },
    { id: '4', title: { en: 'Data in transit', ko: '전송 데이터 보호' } },
    { id: '5', title: { en: 'Malicious software', ko: '악성 소프트웨어 방지' } },
    { id: '7', title: { en: 'Access by need to know', ko: '업무 필요에 따른 접근' } },
    { id: '8', title: { en: 'Identification and authentication', ko: '식별과 인증' } },
    { id: '10', title: { en: 'Logging and monitoring', ko: '로깅과 모니터링' } },
    { id: '11', title: { en: 'Testing', ko: '보안 시험' } },
    { id: '12', title: { en: 'Policies and incidents', ko: '정책과 사고 대응' } },
    { id: 'A1', title: { en: 'Multi-tenant service providers', ko: '다중 테넌트 서비스 제공자' } },
    { id: 'A3', title: { en: 'Designated entities', ko: '지정 기관' } },
  ],
  controls: withChecks(controls, byCheck),
};
