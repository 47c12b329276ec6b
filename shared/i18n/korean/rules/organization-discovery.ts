import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직 정보를 처음 조회한 주체',
  why: '어떤 계정이 있고, 정책이 무엇을 금지하며, 누가 관리하는지를 알려 줍니다. 계정 하나를 손에 넣은 공격자에게는 다른 계정으로 가는 지도입니다.',
  fix: '그 시간대에 호출자가 또 무엇을 조회했는지 확인하세요. 이유를 아는 사람이 없으면 자격 증명을 회수하세요.',
  messages: {
    looked: '{actor|이/가} 조직 정보를 조회했습니다({eventName}). 최근 {days}일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
