import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 AWS 호출',
  why: '일상 업무에 루트는 필요 없습니다. 루트로 한 변경은 모든 IAM 정책과 권한 경계를 벗어나므로, 루트를 탈취한 공격자는 여기서 시작합니다.',
  fix: '루트 관리자에게 무슨 호출인지 확인하세요. 아무도 모른다면 루트 비밀번호를 바꾸고 루트 액세스 키를 삭제한 뒤, IAM과 CloudTrail 호출부터 세션이 한 일을 되돌리세요.',
  messages: {
    changed: {
      done: '계정 {account}의 루트 사용자가 {sourceIp}에서 {service}의 {eventName|을/를} 호출했습니다.',
      tried:
        '계정 {account}의 루트 사용자가 {sourceIp}에서 {service}의 {eventName|을/를} 호출하려 했으나 AWS가 거부했습니다.',
    },
    read: {
      done: '계정 {account}의 루트 사용자가 {sourceIp}에서 {service}의 {eventName|으로/로} 조회했습니다.',
      tried:
        '계정 {account}의 루트 사용자가 {service}의 {eventName|으로/로} 조회하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
