import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'KMS 키로 암호화하지 않은 추적',
  why: '버킷을 읽을 수 있는 사람은 모든 호출을 읽습니다. 자체 키를 쓰면 권한이 두 개 필요하고, 두 번째는 기록됩니다.',
  fix: '추적에 KMS 키를 지정하세요: `aws cloudtrail update-trail --name NAME --kms-key-id KEY`.',
  messages: {
    without: '추적 {trail|은/는} KMS 키로 암호화되지 않습니다.',
    with: '추적 {trail|은/는} {key|으로/로} 암호화됩니다.',
    'no-trails': shared.noTrails,
  },
} satisfies CheckTranslation;
