import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail 추적 변경',
  why: "다른 버킷에 쓰거나, 한 리전만 기록하거나, 파일 무결성 검증을 끈 추적도 여전히 '켜짐'으로 표시되어 아무도 살펴보지 않습니다.",
  fix: '추적 설정을 원래 설정과 비교하고(aws cloudtrail get-trail) 달라진 부분을 되돌리세요.',
  messages: {
    weakened: {
      done: '{actor|이/가} 추적 {resource|을/를} 변경했습니다: {changes}.',
      tried: '{actor|이/가} 추적 {resource|을/를} 변경하려 했으나({changes}) AWS가 거부했습니다.',
    },
    updated: {
      done: '{actor|이/가} 추적 {resource|을/를} 변경했습니다.',
      tried: '{actor|이/가} 추적 {resource|을/를} 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
