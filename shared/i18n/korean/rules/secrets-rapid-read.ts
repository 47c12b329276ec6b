import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '수 분 안에 다수의 시크릿 조회',
  why: '프로그램은 필요한 몇 개의 시크릿만 압니다. 5분 안에 서로 다른 20개를 읽는 것은 수집입니다.',
  fix: '누가 실행했는지 확인하세요. 아무도 아니라면 자격 증명을 회수하고 읽힌 시크릿을 모두 교체하세요. 처음 것들은 이 탐지 결과의 이벤트에, 나머지는 CloudTrail에 있습니다.',
  messages: {
    collected: '{actor|이/가} 5분 안에 서로 다른 시크릿 {count}개를 조회했습니다. 마지막은 {secret}입니다.',
  },
} satisfies RuleTranslation;
