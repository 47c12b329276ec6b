import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자의 비밀번호를 설정한 뒤 그 사용자로 로그인',
  why: '비밀번호를 설정한 쪽과 로그인한 쪽의 주소가 같습니다. 설정한 사람이 이제 그 사용자의 이름과 모든 권한으로 활동합니다.',
  fix: '사용자에게 로그인했는지 확인하세요. 아니라면 비밀번호를 다시 설정하고 세션을 종료한 뒤, 비밀번호를 설정한 주체의 자격 증명을 유출된 것으로 처리하세요.',
  messages: {
    tookOver:
      '{setter|이/가} {user}의 콘솔 비밀번호를 설정했고, {minutes}분 안에 같은 주소에서 {user|이/가} 로그인했습니다: {sourceIp}.',
  },
} satisfies RuleTranslation;
