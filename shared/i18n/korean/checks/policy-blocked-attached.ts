import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '사용 금지 정책 연결',
  why: 'review.blockedPolicies 설정에 아무도 가져서는 안 된다고 되어 있습니다.',
  fix: '분리하세요.',
  messages: {
    attached: '설정에서 금지한 {policy|이/가} {holder}에 연결되어 있습니다.',
    none: '연결된 금지 정책이 없습니다.',
    'no-list': 'review.blockedPolicies 설정에 정책이 없습니다.',
  },
} satisfies CheckTranslation;
