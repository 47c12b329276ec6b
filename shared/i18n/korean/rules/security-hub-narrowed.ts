import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Security Hub의 점검, 수집 축소 또는 결과 숨김',
  why: '꺼진 제어, 빠진 멤버, 결과를 숨기는 규칙은 보안 팀에 실제와 다른 평온함을 보여 줍니다.',
  fix: '원하는 구성(위임 관리자의 구성 정책)과 비교해 되돌리세요. 자동화 규칙이 숨긴 결과를 다시 여세요.',
  messages: {
    controls: {
      done: '{actor|이/가} {region}의 Security Hub 제어를 끄거나 변경했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Security Hub를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    members: {
      done: '{actor|이/가} {region}의 중앙 Security Hub에서 계정을 제외했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Security Hub를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    collecting: {
      done: '{actor|이/가} Security Hub가 수집하는 결과와 리전을 변경했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Security Hub를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    policy: {
      done: '{actor|이/가} Security Hub의 구성 정책을 변경하거나 제거했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Security Hub를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    hidden: {
      done: '{actor|이/가} {region}의 Security Hub가 규칙으로 결과를 숨기거나 해결 처리하게 했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Security Hub를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
