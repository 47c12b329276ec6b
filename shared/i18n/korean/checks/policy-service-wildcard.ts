import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '서비스의 모든 작업을 허용하는 정책',
  why: '서비스는 계속 커집니다. 오늘 허용한 것에 내년의 위험한 작업도 포함됩니다.',
  fix: '작업을, 또는 s3:Get* 같은 묶음을 지정하세요.',
  messages: {
    wide: '정책 {policy|이/가} 서비스 전체를 허용합니다: {services}.',
    narrow: '정책 {policy|은/는} 서비스 전체를 허용하지 않습니다.',
    'no-policies': shared.noManagedPolicies,
    'boundary-only': shared.boundaryOnly,
    unreadable: shared.policyUnreadable,
  },
} satisfies CheckTranslation;
