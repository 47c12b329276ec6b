import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '콘솔 로그인 실패',
  why: '한 번의 실패는 오타이고, 여러 번은 누군가의 추측이며, 자리에 없던 사용자의 실패는 물어볼 만합니다. 일일 요약에 포함되며, 연속된 추측은 별도의 규칙이 즉시 알립니다.',
  fix: '한 번이라면 할 일이 없습니다. 사용자가 본인이 아니라고 하면 비밀번호를 새로 설정하고 MFA가 있는지 확인하세요.',
  messages: {
    failed: '{sourceIp}에서 {user}의 로그인이 실패했습니다.',
    noSuchUser: '{sourceIp}에서 로그인이 실패했습니다. 입력한 이름의 사용자가 계정에 없습니다.',
  },
} satisfies RuleTranslation;
