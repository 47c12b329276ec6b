import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 주체의 제한 정책 삭제',
  why: '이름으로 보아 누군가를 제한하던 정책입니다. IAM은 모든 곳에서 분리된 정책만 삭제하므로, 금지하던 것이 이제 모두 허용됩니다.',
  fix: '직전에 이 정책이 분리된 자격 증명들을 확인하고 정책을 되돌리세요. 누가 없애려 했는지 확인하세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} 이름으로 보아 다른 주체를 제한하던 정책 {policy|을/를} 삭제했습니다.',
      tried:
        '{actor|이/가} 이름으로 보아 다른 주체를 제한하는 정책 {policy|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
