import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'CloudTrail의 모든 것을 허용하는 고객 관리형 정책',
  why: '가진 사람은 먼저 추적을 중지하고 나머지를 보이지 않게 할 수 있습니다.',
  fix: '호출하는 작업만, 의도한 추적에 대해 허용하세요.',
  messages: {
    full: '정책 {policy|이/가} 모든 것에 대한 cloudtrail:*을 허용합니다.',
    conditional: '정책 {policy|이/가} 다음 조건에서 모든 것에 대한 cloudtrail:*을 허용합니다: {conditions}.',
    less: '정책 {policy|은/는} 모든 것에 대한 cloudtrail:*을 허용하지 않습니다.',
    'no-policies': shared.noManagedPolicies,
    'boundary-only': shared.boundaryOnly,
    unreadable: shared.policyUnreadable,
  },
} satisfies CheckTranslation;
