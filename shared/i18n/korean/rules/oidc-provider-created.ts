import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'OIDC 자격 증명 공급자 생성',
  why: '이제 이 공급자의 토큰을 공급자를 신뢰하는 모든 역할의 세션으로 바꿀 수 있습니다. 공격자의 공급자라면 AWS 자격 증명 없이도 들어올 수 있는 통로입니다.',
  fix: '변경 요청에 없는 공급자라면 삭제하고, 신뢰 정책에 이 공급자를 지정한 역할을 찾으세요.',
  messages: {
    created: {
      done: '{actor|이/가} OIDC 공급자 {resource|을/를} 생성했습니다.',
      tried: '{actor|이/가} OIDC 공급자({resource})를 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
