import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '모든 것을 허용하는 고객 관리형 정책 연결',
  why: '가진 사람은 계정을 차지하지만 이름에는 드러나지 않습니다.',
  fix: '호출하는 것만 허용하세요. 관리자에게는 AWS의 정책이 있으므로 자체 정책이 필요 없습니다.',
  messages: {
    everything: shared.allowsEverything,
    conditional: shared.allowsEverythingWhere,
    less: shared.allowsLess,
    none: '연결된 고객 관리형 정책이 없습니다.',
    unreadable: shared.policyUnreadable,
  },
} satisfies CheckTranslation;
