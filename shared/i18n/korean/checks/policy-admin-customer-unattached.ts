import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '모든 것을 허용하는 미연결 고객 관리형 정책',
  why: '정책을 연결할 수 있는 사람은 언제든 꺼내 쓸 수 있습니다.',
  fix: '삭제하세요.',
  messages: {
    everything: shared.allowsEverything,
    conditional: shared.allowsEverythingWhere,
    less: shared.allowsLess,
    none: '모든 고객 관리형 정책이 어딘가에 연결되어 있습니다.',
    'boundary-only': shared.boundaryOnly,
    unreadable: shared.policyUnreadable,
  },
} satisfies CheckTranslation;
