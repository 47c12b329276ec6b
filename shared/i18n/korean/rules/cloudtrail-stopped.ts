import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail 추적 중지',
  why: '지금부터 일어나는 일은 로그 파일에 남지 않습니다. 이 모니터에 이벤트를 공급하던 추적이라면 모니터도 조용해집니다.',
  fix: '추적을 다시 시작한 뒤, 호출자가 직전에 한 일과 그 이후의 일을 CloudTrail 이벤트 기록에서 확인하세요.',
  messages: {
    stopped: {
      done: '{actor|이/가} 추적 {resource|을/를} 중지했습니다.',
      tried: '{actor|이/가} 추적 {resource|을/를} 중지하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
