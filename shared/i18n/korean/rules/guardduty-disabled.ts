import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'GuardDuty 비활성화',
  why: '자격 증명 도용, 채굴, 데이터 유출에 대한 AWS 자체 탐지가 해당 리전에서 중단됩니다. 탐지기를 삭제하면 그 결과도 삭제됩니다.',
  fix: '기존에 쓰던 기능과 함께 GuardDuty를 다시 활성화한 뒤, 호출자가 그 전후로 무엇을 했는지 확인하세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} {region}의 GuardDuty 탐지기를 삭제했습니다.',
      tried: '{actor|이/가} {region}의 GuardDuty 탐지기를 삭제하려 했으나 AWS가 거부했습니다.',
    },
    suspended: {
      done: '{actor|이/가} {region}의 GuardDuty를 일시 중지했습니다.',
      tried: '{actor|이/가} {region}의 GuardDuty를 일시 중지하려 했으나 AWS가 거부했습니다.',
    },
    feature: {
      done: '{actor|이/가} {region}에서 GuardDuty의 {feature} 기능을 껐습니다.',
      tried: '{actor|이/가} {region}에서 GuardDuty의 {feature} 기능을 끄려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} {region}의 GuardDuty 탐지기를 변경했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} {region}의 GuardDuty 탐지기를 변경하려 했으나 AWS가 거부했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
