import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'SAML 자격 증명 공급자의 메타데이터 교체',
  why: '메타데이터에는 AWS가 신뢰하는 인증서가 들어 있습니다. 자신의 인증서를 넣은 사람은 공급자의 모든 사용자로, 이를 신뢰하는 모든 역할에 로그인할 수 있습니다.',
  fix: '인증서를 실제 자격 증명 공급자의 인증서와 비교하세요. 다르다면 올바른 메타데이터를 업로드하고 그 이후의 AssumeRoleWithSAML을 찾으세요.',
  messages: {
    updated: {
      done: '{actor|이/가} SAML 공급자 {resource}의 메타데이터를 교체했습니다.',
      tried: '{actor|이/가} SAML 공급자({resource})의 메타데이터를 교체하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
