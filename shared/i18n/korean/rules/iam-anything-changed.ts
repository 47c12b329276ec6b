import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 변경',
  why: '누가 IAM에서 무엇을 변경했는지 한 목록에 담습니다. 조사에서 가장 먼저 보는 것이고, 빠진 것이 없음을 보여 줍니다.',
  fix: '즉시 할 일은 없습니다.',
  messages: {
    changed: '{actor|이/가} {target}에 대해 {eventName|을/를} 호출했습니다.',
  },
} satisfies RuleTranslation;
