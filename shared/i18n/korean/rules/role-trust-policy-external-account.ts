import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직 외부 계정에 역할 개방',
  why: '그 계정을 제어하는 사람은 언제든 역할을 수임할 수 있습니다. 사용자도 키도 없고 이 계정에서 더 바뀌는 것도 없는, 가장 조용히 남는 방법입니다.',
  fix: '누구의 계정인지 확인하세요. 협력사라면 trustedAccounts 설정에 등록하고 외부 ID를 요구하세요. 아니라면 신뢰 정책에서 계정을 제거하고 역할 세션을 취소하세요.',
  messages: {
    external: '{actor|이/가} 역할 {role|을/를} 조직의 계정도 협력사도 아닌 {accounts}에 개방했습니다.',
    unknown:
      '{actor|이/가} 역할 {role|을/를} 다른 계정에 개방했습니다: {accounts}. 조직의 계정인지 여부는 설정되어 있지 않습니다.',
  },
} satisfies RuleTranslation;
