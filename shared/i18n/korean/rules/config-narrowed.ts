import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS Config의 기록 범위 또는 보존 기간 축소',
  why: 'AWS Config가 기록하지 않는 변경은 비교할 이력이 없고, 규칙의 판정도 받지 않으며, 중앙 계정에도 보이지 않습니다.',
  fix: '레코더가 모든 리소스 유형을 지속적으로(IAM은 한 리전에서) 기록하고 7년간 보존하게 하세요. 중앙 계정의 권한 부여를 되돌리세요.',
  messages: {
    recorder: {
      done: '{actor|이/가} {region}의 AWS Config 레코더가 일부를 제외하게 했습니다({eventName}).',
      tried:
        '{actor|이/가} {region}에서 AWS Config의 기록 또는 전달 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
    retention: {
      done: '{actor|이/가} {region}의 AWS Config 기록을 {detail} 동안만 보존하게 했습니다.',
      tried:
        '{actor|이/가} {region}에서 AWS Config의 기록 또는 전달 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
    exception: {
      done: '{actor|이/가} AWS Config 규칙 {detail}의 수정 대상에서 리소스를 제외했습니다.',
      tried:
        '{actor|이/가} {region}에서 AWS Config의 기록 또는 전달 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
    aggregator: {
      done: '{actor|이/가} 계정 {detail|이/가} {region}의 AWS Config 데이터를 수집할 권한을 제거했습니다.',
      tried:
        '{actor|이/가} {region}에서 AWS Config의 기록 또는 전달 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
    serviceRecorder: {
      done: '{actor|이/가} {region}에서 {detail}의 AWS Config 레코더를 삭제했습니다.',
      tried:
        '{actor|이/가} {region}에서 AWS Config의 기록 또는 전달 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
