import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center가 외부 토큰 발급자를 신뢰',
  why: '발급자를 운영하는 주체는 토큰이 디렉터리의 누구의 것이라고든 말할 수 있고, 애플리케이션은 그 사람을 대신해 AWS 서비스에서 행동합니다.',
  fix: '발급자 주소가 조직의 자격 증명 공급자가 아니라면 삭제하세요. 토큰을 어떤 속성으로 대조하는지 확인하세요. 스스로 설정하는 속성이면 누구나 다른 사람이 될 수 있습니다.',
  messages: {
    trusted: {
      done: '{actor|이/가} IAM Identity Center가 {issuer}의 토큰을 신뢰하게 했습니다(대조 속성 {attribute}, {eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center가 다른 발급자의 토큰을 신뢰하게 하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
