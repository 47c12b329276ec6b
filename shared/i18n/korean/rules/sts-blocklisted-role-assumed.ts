import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자의 보호 대상 역할 수임',
  why: '사용자가 직접 수임해서는 안 되는 역할로 지정되어 있습니다. 누군가 사용자의 키로 이 역할을 노리고 있습니다.',
  fix: '사용자에게 확인하세요. 본인이 아니라면 키를 비활성화하고 역할 세션을 취소한 뒤 한 일을 확인하세요. 역할의 신뢰 정책에서 사용자를 제거하세요.',
  messages: {
    assumed: {
      done: '{actor|이/가} 보호 대상 역할 {role|을/를} 수임했습니다.',
      tried: '{actor|이/가} 보호 대상 역할 {role|을/를} 수임하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
