import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'OIDC 자격 증명 공급자 변경 또는 삭제',
  why: '새 클라이언트 ID는 다른 애플리케이션용 토큰을 받아들이고, 새 지문은 다른 서버를 공급자로 받아들이며, 삭제하면 사용자의 접근이 막힙니다.',
  fix: '클라이언트 ID와 지문을 공급자 문서와 비교하고, 맞지 않는 것은 되돌리세요.',
  messages: {
    clientAdded: {
      done: '{actor|이/가} OIDC 공급자 {resource}에 클라이언트 ID {client|을/를} 추가했습니다.',
      tried: '{actor|이/가} OIDC 공급자({resource})에 클라이언트 ID를 추가하려 했으나 AWS가 거부했습니다.',
    },
    thumbprint: {
      done: '{actor|이/가} OIDC 공급자 {resource}의 인증서 지문을 교체했습니다.',
      tried: '{actor|이/가} OIDC 공급자({resource})의 인증서 지문을 교체하려 했으나 AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} OIDC 공급자 {resource|을/를} 삭제했습니다.',
      tried: '{actor|이/가} OIDC 공급자({resource})를 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
