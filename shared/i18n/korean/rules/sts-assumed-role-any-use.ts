import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할 사용',
  why: '어떤 역할이 어느 날 누구에 의해 쓰였는지 알면 아무도 필요로 하지 않는 역할이 드러납니다.',
  fix: '즉시 할 일은 없습니다. 몇 달 동안 목록에 없는 역할은 삭제해도 됩니다.',
  messages: {
    used: {
      done: '{actor|이/가} {eventName}에 역할 {role|을/를} 사용했습니다.',
      tried: '{actor|이/가} {eventName}에 역할 {role|을/를} 사용했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
