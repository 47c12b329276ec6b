import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'KMS의 모든 것을 허용하는 인라인 정책',
  why: '가진 사람은 계정에서 암호화된 모든 것을 읽고 키 삭제를 예약할 수 있습니다.',
  fix: '호출하는 작업만, 의도한 키에 대해 허용하세요.',
  messages: {
    full: '{holder}의 인라인 정책 {policy|이/가} 모든 것에 대한 kms:*을 허용합니다.',
    conditional:
      '{holder}의 인라인 정책 {policy|이/가} 다음 조건에서 모든 것에 대한 kms:*을 허용합니다: {conditions}.',
    less: '{holder}의 인라인 정책 {policy|은/는} 모든 것에 대한 kms:*을 허용하지 않습니다.',
    'no-policies': shared.noInlinePolicies,
    unreadable: shared.inlineUnreadable,
  },
} satisfies CheckTranslation;
