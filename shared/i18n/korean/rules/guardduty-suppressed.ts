import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'GuardDuty 탐지 회피 설정',
  why: 'GuardDuty는 신뢰 목록에 있는 주소에 대해 결과를 만들지 않으며, 필터가 보관 처리한 결과는 아무도 보지 않습니다.',
  fix: '목록이나 필터를 확인해 조직의 것이 아닌 항목을 제거하고, 보관된 결과를 읽으세요.',
  messages: {
    trusted: {
      done: '{actor|이/가} {region}에서 GuardDuty가 신뢰하는 주소 또는 엔터티 목록을 설정했습니다({eventName} {name}).',
      tried: '{actor|이/가} {region}에서 GuardDuty 신뢰 목록을 설정하려 했으나 AWS가 거부했습니다.',
    },
    threats: {
      done: '{actor|이/가} {region}에서 GuardDuty의 알려진 위협 목록을 껐습니다({eventName} {name}).',
      tried: '{actor|이/가} {region}에서 GuardDuty의 알려진 위협 목록을 끄려 했으나 AWS가 거부했습니다.',
    },
    archived: {
      done: '{actor|이/가} {region}의 GuardDuty 결과가 보관 처리되도록 했습니다({eventName} {name}).',
      tried:
        '{actor|이/가} {region}의 GuardDuty 결과를 보관 처리하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    cleared: {
      done: '{actor|이/가} {region}의 GuardDuty 결과를 수동으로 보관 처리했습니다.',
      tried: '{actor|이/가} {region}의 GuardDuty 결과를 수동으로 보관 처리하려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} {region}의 GuardDuty 목록 또는 필터를 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} {region}의 GuardDuty 목록 또는 필터를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
