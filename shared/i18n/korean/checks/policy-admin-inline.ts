import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '모든 것을 허용하는 인라인 정책',
  why: '어떤 관리자 목록에도 나타나지 않는 관리자입니다. 아무도 찾아보지 않는 정책이기 때문입니다.',
  fix: '삭제하고, 관리자에게는 알려진 역할을 주세요.',
  messages: {
    everything: '{holder}의 인라인 정책 {policy|이/가} 모든 것에 대한 모든 작업을 허용합니다.',
    conditional:
      '{holder}의 인라인 정책 {policy|이/가} 다음 조건에서 모든 것에 대한 모든 작업을 허용합니다: {conditions}.',
    less: '{holder}의 인라인 정책 {policy|은/는} 모든 것을 허용하지는 않습니다.',
    'no-policies': shared.noInlinePolicies,
    unreadable: shared.inlineUnreadable,
  },
} satisfies CheckTranslation;
