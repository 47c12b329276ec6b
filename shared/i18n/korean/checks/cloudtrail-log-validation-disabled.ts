import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '로그 파일 무결성을 검증하지 않는 추적',
  why: '버킷에 쓸 수 있는 사람은 지난 기록을 바꿀 수 있고, 아무도 증명할 수 없습니다.',
  fix: '`aws cloudtrail update-trail --name NAME --enable-log-file-validation`을 실행하세요. 이후 `aws cloudtrail validate-logs`로 파일을 증명할 수 있습니다.',
  messages: {
    without: '추적 {trail|은/는} 로그 파일 무결성을 검증하지 않습니다.',
    with: '추적 {trail|은/는} 로그 파일 무결성을 검증합니다.',
    'no-trails': shared.noTrails,
  },
} satisfies CheckTranslation;
