import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail Insights를 쓰는 추적 없음',
  why: '평소와 다른 호출이나 오류의 급증을 AWS의 누구도 알려 주지 않습니다.',
  fix: 'ApiCallRateInsight와 ApiErrorRateInsight를 켜세요: `aws cloudtrail put-insight-selectors`. 이벤트 단위로 과금됩니다.',
  messages: {
    off: '기록 중인 추적 가운데 Insights를 쓰는 것이 없습니다.',
    on: 'Insights를 쓰는 추적: {trails}.',
    unknown: '추적 {trails|이/가} Insights를 쓰는지 알 수 없습니다.',
  },
} satisfies CheckTranslation;
