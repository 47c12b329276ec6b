import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할 신뢰 정책에서 조건 제거',
  why: '외부 ID, MFA, 소스 계정, 토큰 클레임은 같은 협력사, 서비스, 공급자의 다른 모두와 의도한 상대를 구분해 줍니다. 없어지면 주체는 그대로여도 훨씬 많은 상대가 그 주체가 될 수 있습니다.',
  fix: '조건을 되돌리세요. 이전 조건은 변경 내용에 있습니다. 그런 다음 그 조건을 충족하지 못했을 역할 세션을 찾으세요.',
  messages: {
    removed: '{actor|이/가} 역할 {role}의 신뢰 정책에서 조건을 제거했습니다: {conditions}.',
  },
} satisfies RuleTranslation;
