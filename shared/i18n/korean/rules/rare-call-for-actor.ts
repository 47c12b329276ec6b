import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '호출자가 해 본 적 없는 종류의 변경',
  why: '프로그램도 사람도 대개 매일 같은 몇 가지 일을 합니다. 알려진 호출자가 갑자기 사용자를 만들거나 스냅샷을 공유한다면, 그 자격 증명을 가진 다른 사람일 수 있습니다.',
  fix: '호출자의 업무에 속하는 호출인지 확인하세요. 아니라면 어디에서 왔고 또 무엇을 호출했는지 확인하세요.',
  messages: {
    rare: {
      done: '{actor|이/가} 최근 {days}일 동안 하지 않던 {service}의 {eventName|을/를} 호출했습니다.',
      tried:
        '{actor|이/가} 최근 {days}일 동안 하지 않던 {service}의 {eventName|을/를} 호출하려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
