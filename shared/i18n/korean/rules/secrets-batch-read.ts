import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '시크릿 일괄 조회',
  why: '호출 한 번에 시크릿을 최대 20개 반환합니다. 이 호출을 쓰는 프로그램은 드물고, 계정이나 여러 리전을 훑는 사람이 사용합니다.',
  fix: '누가 실행했는지 확인하세요. 아무도 아니라면 자격 증명을 회수하고 시크릿을 교체하세요. 읽힌 시크릿마다 GetSecretValue 이벤트가 CloudTrail에 있습니다.',
  messages: {
    batches: {
      done: '{actor|이/가} 하루 동안 {count}회 시크릿을 일괄 조회했습니다.',
      tried:
        '{actor|이/가} 하루 동안 {count}회 시크릿 일괄 조회를 시도했고, 마지막 호출은 성공하지 못했습니다.',
    },
    regions: {
      done: '{actor|이/가} 10분 안에 {count}개 리전에서 시크릿을 일괄 조회했습니다.',
      tried:
        '{actor|이/가} 10분 안에 {count}개 리전에서 시크릿 일괄 조회를 시도했고, 마지막 호출은 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
