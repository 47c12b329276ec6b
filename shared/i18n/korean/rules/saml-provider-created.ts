import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'SAML 자격 증명 공급자 생성',
  why: '공급자를 운영하는 사람은 누구든 원하는 사람으로 인증할 수 있습니다. 이 공급자를 신뢰하는 역할은 AWS 자격 증명 없이도 공급자를 만든 사람에게 열립니다.',
  fix: '변경 요청에 없는 공급자라면 삭제하고, 신뢰 정책에 이 공급자를 지정한 역할(UpdateAssumeRolePolicy, CreateRole)을 찾으세요.',
  messages: {
    created: {
      done: '{actor|이/가} SAML 공급자 {resource|을/를} 생성했습니다.',
      tried: '{actor|이/가} SAML 공급자({resource})를 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
