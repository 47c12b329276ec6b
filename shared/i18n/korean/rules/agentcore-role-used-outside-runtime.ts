import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AI 에이전트 역할의 다른 서비스 사용',
  why: '에이전트는 입력에 설득당해 행동하고, 샌드박스에서 실행되는 코드는 자격 증명을 읽을 수 있습니다. 에이전트가 호출한 적 없는 서비스가 그 징후입니다.',
  fix: '에이전트의 도구에 필요한 서비스인지 확인하세요. 아니라면 역할 세션을 취소하고 권한을 제거한 뒤 세션의 프롬프트를 확인하세요.',
  messages: {
    used: {
      done: '{actor}(에이전트의 역할 {role})가 {service|을/를} 호출했습니다({eventName}). 최근 일주일 동안 처음입니다.',
      tried:
        '{actor}(에이전트의 역할 {role})가 최근 일주일 동안 처음으로 {service|을/를} 호출하려 했습니다({eventName}).',
    },
  },
} satisfies RuleTranslation;
