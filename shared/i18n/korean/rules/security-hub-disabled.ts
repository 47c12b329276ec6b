import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Security Hub 비활성화',
  why: '이 리전에서는 GuardDuty, Macie, IAM Access Analyzer의 결과가 더 이상 모이지 않고, 기존 결과는 90일 후 삭제됩니다.',
  fix: '기존에 쓰던 표준과 통합으로 Security Hub를 다시 활성화한 뒤, 호출자가 그 전후로 무엇을 했는지 확인하세요.',
  messages: {
    off: {
      done: '{actor|이/가} {region}의 Security Hub를 껐습니다.',
      tried: '{actor|이/가} {region}의 Security Hub를 끄려 했으나 AWS가 거부했습니다.',
    },
    offV2: {
      done: '{actor|이/가} {region}의 새 Security Hub(V2)를 껐습니다.',
      tried: '{actor|이/가} {region}의 새 Security Hub(V2)를 끄려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
