import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '권한 경계 설정 또는 교체',
  why: '권한 경계는 정책이 무엇을 허용하든 상한을 정합니다. 더 넓은 정책으로 바꾸면 이전 경계가 막던 것이 모두 풀립니다.',
  fix: '조직의 경계 정책이 맞는지 확인하세요. 아니라면 이전 경계로 되돌리세요. 이전 경계는 AWS Config나 바로 앞의 이벤트에서 알 수 있습니다.',
  messages: {
    set: {
      done: '{actor|이/가} {holderKind} {holder}의 권한 경계를 {boundary|으로/로} 설정했습니다.',
      tried: '{actor|이/가} {resource}의 권한 경계를 설정하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
