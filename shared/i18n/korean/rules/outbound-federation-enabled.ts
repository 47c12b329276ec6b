import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정이 주체의 신원을 외부에 보증하도록 설정',
  why: 'sts:GetWebIdentityToken을 호출할 수 있는 주체가 다른 클라우드와 서비스에서 신원 증명으로 통하는 서명된 토큰을 받습니다. AWS 정책이 미치지 않는 바깥으로 나가는 길입니다.',
  fix: '애플리케이션에 필요하지 않다면 아웃바운드 페더레이션을 비활성화하세요. 유지한다면 sts:GetWebIdentityToken을 해당 역할과 대상(audience)으로 제한하세요.',
  messages: {
    enabled: {
      done: '{actor|이/가} 계정 {account|이/가} 외부 서비스에 주체의 신원을 보증하게 했습니다(발급자 {issuer}).',
      tried:
        '{actor|이/가} 계정 {account|이/가} 외부 서비스에 주체의 신원을 보증하게 하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
