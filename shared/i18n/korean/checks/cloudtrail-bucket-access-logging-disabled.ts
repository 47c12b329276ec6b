import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '추적 버킷의 액세스 로그 미기록',
  why: '누가 로그 파일을 읽거나 삭제했는지 아무도 알 수 없습니다.',
  fix: '다른 버킷으로 서버 액세스 로깅을 켜세요: `aws s3api put-bucket-logging`.',
  messages: {
    off: '{trails}의 버킷 {bucket}에 대한 액세스가 기록되지 않습니다.',
    on: '{trails}의 버킷 {bucket}에 대한 액세스가 {target}에 기록됩니다.',
    'no-buckets': shared.noTrailBuckets,
    unknown: shared.bucketUnknown,
  },
} satisfies CheckTranslation;
