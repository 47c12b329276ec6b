import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'SAML 자격 증명 공급자 삭제',
  why: '이제 아무도 이 공급자로 로그인할 수 없습니다. 사람들은 접근이 막히고, 다른 자격 증명을 가진 공격자는 방해받지 않고 활동합니다.',
  fix: '자격 증명 공급자의 메타데이터로 같은 이름의 공급자를 다시 만드세요. 신뢰 정책이 이전처럼 동작합니다.',
  messages: {
    deleted: {
      done: '{actor|이/가} SAML 공급자 {resource|을/를} 삭제했습니다.',
      tried: '{actor|이/가} SAML 공급자({resource})를 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
