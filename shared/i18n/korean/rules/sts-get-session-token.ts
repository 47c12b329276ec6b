import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자 키로 세션 토큰 발급',
  why: '세션 토큰은 최대 36시간 동작하며, 만든 키를 비활성화해도 동작합니다. 키를 훔친 사람은 먼저 이것을 발급받고, 사람들은 MFA로 서명하려고 발급받습니다.',
  fix: '사용자에게 확인하세요. 본인이 아니라면 지금 이전에 발급된 것을 거부하세요(정책 조건 aws:TokenIssueTime). 키 삭제로는 충분하지 않습니다.',
  messages: {
    withMfa: '사용자 {user|이/가} MFA로 세션 토큰을 발급받았습니다{network}.',
    withoutMfa: '사용자 {user|이/가} MFA 없이 세션 토큰을 발급받았습니다{network}.',
  },
} satisfies RuleTranslation;
