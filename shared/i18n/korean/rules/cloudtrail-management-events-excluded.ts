import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '추적에서 관리 이벤트 제외',
  why: '추적은 계속 동작하지만 사람과 도구가 계정에서 무엇을 변경했는지, 또는 공격자가 지정한 항목을 더 이상 기록하지 않습니다.',
  fix: '모든 관리 이벤트를 기록하는 선택기로 되돌린 뒤, 호출자가 직전에 무엇을 했는지 확인하세요.',
  messages: {
    everything: {
      done: '{actor|이/가} 추적 {resource}에서 모든 관리 이벤트를 제외했습니다.',
      tried: '{actor|이/가} 추적 {resource}에서 모든 관리 이벤트를 제외하려 했으나 AWS가 거부했습니다.',
    },
    writes: {
      done: '{actor|이/가} 추적 {resource}에서 모든 변경 호출을 제외했습니다. 이제 읽기 호출만 기록됩니다.',
      tried: '{actor|이/가} 추적 {resource}에서 모든 변경 호출을 제외하려 했으나 AWS가 거부했습니다.',
    },
    some: {
      done: '{actor|이/가} 추적 {resource}의 관리 이벤트에 필터를 설정했습니다.',
      tried: '{actor|이/가} 추적 {resource}의 관리 이벤트에 필터를 설정하려 했으나 AWS가 거부했습니다.',
    },
    reads: {
      done: '{actor|이/가} 추적 {resource}에서 읽기 호출을 제외했습니다.',
      tried: '{actor|이/가} 추적 {resource}에서 읽기 호출을 제외하려 했으나 AWS가 거부했습니다.',
    },
    sources: {
      done: '{actor|이/가} 추적 {resource}에서 KMS 또는 RDS Data 이벤트를 제외했습니다.',
      tried:
        '{actor|이/가} 추적 {resource}에서 KMS 또는 RDS Data 이벤트를 제외하려 했으나 AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} 추적 {resource}의 기록 대상 이벤트를 변경했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
      tried: '{actor|이/가} 추적 {resource}의 기록 대상 이벤트를 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
