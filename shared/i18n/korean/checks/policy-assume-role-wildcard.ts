import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '와일드카드로 역할 수임을 허용하는 정책',
  why: '내년에 만들 역할과 다른 계정의 역할을 포함해, 계정을 신뢰하는 모든 역할이 열려 있습니다.',
  fix: '역할을 지정하세요.',
  messages: {
    wide: '정책 {policy|이/가} {patterns}에 대한 sts:AssumeRole을 허용합니다.',
    conditional: '정책 {policy|이/가} 조건부로 {patterns}에 대한 sts:AssumeRole을 허용합니다.',
    narrow: '정책 {policy|은/는} 와일드카드로 sts:AssumeRole을 허용하지 않습니다.',
    'no-policies': '계정에 자체 정책이 없습니다.',
    'boundary-only': shared.boundaryOnly,
    unreadable: shared.policyUnreadable,
  },
} satisfies CheckTranslation;
