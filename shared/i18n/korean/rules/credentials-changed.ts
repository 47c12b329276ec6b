import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자 자격 증명 변경',
  why: '심사원은 누가 자격 증명을 받았고, 누가 변경했으며, 언제 회수되었는지 묻습니다. 이 목록이 그 답입니다.',
  fix: '즉시 할 일은 없습니다. 목록을 입사자, 퇴사자, 키 교체 내역과 대조하세요.',
  messages: {
    changed: '{actor|이/가} {user}의 자격 증명을 변경했습니다: {eventName}.',
  },
} satisfies RuleTranslation;
