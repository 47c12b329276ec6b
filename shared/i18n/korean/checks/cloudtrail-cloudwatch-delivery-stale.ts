import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'CloudWatch Logs로 전달되지 않는 추적',
  why: '로그를 기반으로 한 경보가 있어도 울리지 않습니다.',
  fix: '추적에 로그 그룹과 역할을 지정하거나 역할을 바로잡으세요. 실패 원인은 `aws cloudtrail get-trail-status`로 알 수 있습니다.',
  messages: {
    'no-group': '추적 {trail}에 로그 그룹이 없습니다.',
    never: '추적 {trail}에 로그 그룹이 있지만 한 번도 전달되지 않았습니다.',
    stale:
      '추적 {trail|은/는} {delivered}에 마지막으로 CloudWatch Logs에 전달했습니다. 기준은 {limit}시간입니다.',
    fresh: '추적 {trail|은/는} {delivered}에 마지막으로 CloudWatch Logs에 전달했습니다.',
    'no-trails': shared.noTrails,
    unknown: '추적 {trail}의 상태를 알 수 없습니다: {cause}.',
  },
} satisfies CheckTranslation;
