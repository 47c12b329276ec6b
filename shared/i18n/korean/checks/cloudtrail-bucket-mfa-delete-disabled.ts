import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '추적 버킷의 MFA Delete 미설정',
  why: '해당 키를 가진 사람이 지난 기록을 영구히 삭제할 수 있습니다.',
  fix: '루트로 MFA Delete를 켜거나, 아무도 우회할 수 없는 S3 Object Lock을 사용하세요.',
  messages: {
    off: '{trails}의 버킷 {bucket}에 MFA Delete가 없습니다.',
    on: '{trails}의 버킷 {bucket}에 MFA Delete가 있습니다.',
    'no-buckets': shared.noTrailBuckets,
    unknown: shared.bucketUnknown,
  },
} satisfies CheckTranslation;
