import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '인스턴스 역할로 계정 탐색',
  why: '인스턴스의 프로그램은 필요한 것을 알고 있습니다. 그런데 이것은 둘러보고 있습니다. 누군가 인스턴스에 있거나 그 자격 증명을 갖고 있습니다.',
  fix: '그 시간에 인스턴스에서 무엇이 실행되었는지 확인하세요. 아무도 모른다면 인스턴스를 격리하고 역할 세션을 취소한 뒤 다른 호출을 확인하세요.',
  messages: {
    explored: {
      done: '인스턴스 {instance}(역할 {role})가 {eventName|을/를} 호출했습니다. 최근 일주일 동안 처음입니다.',
      tried:
        '인스턴스 {instance}(역할 {role})가 최근 일주일 동안 처음으로 {eventName|을/를} 호출하려 했습니다.',
    },
  },
} satisfies RuleTranslation;
