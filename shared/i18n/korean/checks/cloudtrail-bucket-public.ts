import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '공개된 추적 버킷',
  why: '이름, 주소, 리소스를 포함한 계정의 모든 호출을 누구나 읽을 수 있습니다.',
  fix: '버킷의 퍼블릭 액세스 차단을 켠 뒤 해당 문이나 권한 부여를 제거하세요.',
  messages: {
    policy: '{trails}의 버킷 {bucket}의 정책이 모두에게 접근을 허용합니다.',
    acl: '{trails}의 버킷 {bucket}의 ACL이 모두에게 접근을 허용합니다.',
    private: '{trails}의 버킷 {bucket|은/는} 공개되어 있지 않습니다.',
    'no-buckets': shared.noTrailBuckets,
    unknown: shared.bucketUnknown,
  },
} satisfies CheckTranslation;
