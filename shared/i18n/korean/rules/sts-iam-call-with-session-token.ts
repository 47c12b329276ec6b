import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자의 세션 토큰으로 IAM 호출',
  why: 'GetSessionToken 토큰은 원래 키보다 오래 남습니다. 이것으로 사용자와 정책을 변경하는 것은 키가 발견될 것을 예상한 침입자의 행동입니다.',
  fix: '사용자에게 확인하세요. 본인이 아니라면 지금 이전에 발급된 것을 거부하고(정책 조건 aws:TokenIssueTime) 키를 비활성화한 뒤 변경을 되돌리세요.',
  messages: {
    changed:
      '사용자 {user|이/가} 세션 토큰으로 IAM을 변경했습니다({eventName}). 최근 일주일 동안 처음입니다.',
    read: '사용자 {user|이/가} 세션 토큰으로 IAM을 조회했습니다({eventName}). 최근 일주일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
