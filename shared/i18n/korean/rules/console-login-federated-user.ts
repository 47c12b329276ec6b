import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'GetFederationToken 세션의 콘솔 접속',
  why: '훔친 액세스 키는 이 방법으로 비밀번호나 MFA 없이, 공격자가 고른 이름의 콘솔 세션이 됩니다. 키를 삭제해도 세션은 최대 36시간 동안 남습니다.',
  fix: '세션 뒤의 사용자를 찾아 의도한 것인지 확인하세요. 아니라면 인라인 정책으로 그 사용자의 모든 것을 거부한 뒤(키를 삭제해도 세션은 끝나지 않습니다) 키를 삭제하세요.',
  messages: {
    signedIn:
      '{issuer}의 자격 증명으로 만든 페더레이션 세션 {actor|이/가} {sourceIp}에서 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
