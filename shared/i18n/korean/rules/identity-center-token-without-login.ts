import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '로그인한 적 없는 곳에서 Identity Center 토큰 발급',
  why: '기기 코드 피싱에서는 피해자가 브라우저에서 코드를 승인하면 다른 곳에서 코드를 만든 사람에게 토큰이 갑니다. 이 토큰으로 몇 시간 동안 피해자의 모든 계정에 접근할 수 있습니다.',
  fix: '본인이 그 장비에서 `aws sso login`을 실행했는지 확인하세요. 아니라면 Identity Center 세션을 종료하고 역할 세션을 취소한 뒤 그 주소에서 호출된 내역을 확인하세요.',
  messages: {
    taken: '최근 10일 동안 로그인한 적 없는 네트워크인 {sourceIp}에서 {person}의 토큰이 발급되었습니다.',
  },
} satisfies RuleTranslation;
