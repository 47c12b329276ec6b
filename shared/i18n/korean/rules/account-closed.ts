import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS 계정 폐쇄',
  why: '계정의 모든 것이 멈추고 90일 후 영구 삭제됩니다. 호출 한 번으로 계정 전체가 파괴됩니다.',
  fix: '의도한 것이 아니라면 지금 AWS Support에 사례를 여세요. 폐쇄된 계정은 90일 동안 다시 열 수 있습니다.',
  messages: {
    closed: {
      done: '{actor|이/가} 계정 {closed|을/를} 폐쇄했습니다.',
      tried: '{actor|이/가} 계정 {closed|을/를} 폐쇄하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
