import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'SAML 공급자를 통한 역할 수임',
  why: '누가 어떤 자격 증명 공급자로 들어와 어떤 역할이 되었는지, 접근 권한 검토를 위한 목록입니다.',
  fix: '즉시 할 일은 없습니다. 목록을 자격 증명 공급자의 그룹과 대조하세요.',
  messages: {
    assumed: '{actor|이/가} SAML 공급자 {provider|을/를} 통해 역할 {role|을/를} 수임했습니다.',
  },
} satisfies RuleTranslation;
