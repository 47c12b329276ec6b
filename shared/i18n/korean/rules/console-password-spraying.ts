import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '여러 사용자에게 같은 비밀번호 시도',
  why: '한 사용자에게 여러 비밀번호를 시도하는 대신 모든 사용자에게 몇 개만 시도합니다. 사용자가 많으면 계절과 연도 같은 비밀번호를 쓰는 사람이 있기 마련입니다.',
  fix: '같은 시간대에 성공한 로그인을 MFA가 없는 사용자부터 찾아 본인에게 확인하세요. MFA를 필수로 하거나 조직의 네트워크에서만 로그인을 허용하세요.',
  messages: {
    sprayed:
      '{minutes}분 안에 서로 다른 사용자 {count}명의 계정 {account} 로그인이 실패했습니다. 마지막 시도는 {sourceIp}이며, 다음 사용자가 포함됩니다: {users}.',
  },
} satisfies RuleTranslation;
