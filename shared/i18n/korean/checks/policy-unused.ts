import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '아무 데도 연결되지 않은 정책',
  why: '무엇을 허용하는지 모르는 사람이 언제든 연결할 수 있습니다.',
  fix: '삭제하세요: `aws iam delete-policy`.',
  messages: {
    unused: '{days}일 된 정책 {policy|이/가} 아무 데도 연결되어 있지 않습니다.',
    attached: '정책 {policy|은/는} {count}개 자격 증명에 연결되어 있습니다.',
    boundary: '정책 {policy|은/는} 권한 경계로 쓰입니다.',
    new: '정책 {policy|은/는} {days}일 되었습니다. 연결까지 {limit}일의 유예가 있습니다.',
    'no-policies': shared.noManagedPolicies,
  },
} satisfies CheckTranslation;
