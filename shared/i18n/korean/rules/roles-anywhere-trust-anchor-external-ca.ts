import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Roles Anywhere가 외부 인증 기관을 신뢰',
  why: '그 인증 기관의 키를 가진 사람은 인증서를 만들어 Roles Anywhere를 신뢰하는 역할의 세션으로 바꿀 수 있습니다. 어떤 키 교체로도 끝나지 않는 접근입니다.',
  fix: '트러스트 앵커를 비활성화하고 인증서를 조직의 인증 기관과 비교한 뒤 그 이후의 CreateSession 호출을 찾으세요.',
  messages: {
    created: {
      done: '{actor|이/가} IAM Roles Anywhere가 AWS 외부의 인증 기관을 신뢰하게 했습니다. 트러스트 앵커: {anchor}.',
      tried: '{actor|이/가} IAM Roles Anywhere가 인증 기관을 신뢰하게 하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
