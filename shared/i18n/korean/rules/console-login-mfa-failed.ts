import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'MFA 단계에서 반복 실패한 로그인',
  why: 'MFA는 비밀번호 다음에 요구되므로, 여기서 실패하는 사람은 비밀번호를 알고 있습니다. 두 번째 인증 수단만이 막고 있습니다.',
  fix: '사용자에게 코드를 잘못 입력했는지 확인하세요. 아니라면 지금 비밀번호를 새로 설정하고, 같은 비밀번호를 쓰는 다른 곳도 바꾸세요.',
  messages: {
    stopped:
      '{user}의 로그인이 {minutes}분 안에 {failures}회 MFA 단계에서 실패했습니다. 마지막 시도는 {sourceIp}이며, 비밀번호가 알려진 상태입니다.',
  },
} satisfies RuleTranslation;
