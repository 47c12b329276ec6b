import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'AWS Marketplace의 모든 구독을 허용하는 고객 관리형 정책',
  why: '클릭 한 번으로 계정 전체에 시간제 소프트웨어를 구매하며, 일부는 조직의 역할로 실행됩니다.',
  fix: 'aws-marketplace:Subscribe를 aws-marketplace:ProductId로 제한하거나 소수에게만 부여하세요.',
  messages: {
    all: '정책 {policy|이/가} 모든 것에 대한 {actions|을/를} 허용합니다.',
    conditional: '정책 {policy|이/가} 다음 조건에서 모든 것에 대한 {actions|을/를} 허용합니다: {conditions}.',
    less: '정책 {policy|은/는} 모든 것에 대해 허용하지는 않습니다.',
    'no-policies': shared.noManagedPolicies,
    'boundary-only': shared.boundaryOnly,
    unreadable: shared.policyUnreadable,
  },
} satisfies CheckTranslation;
