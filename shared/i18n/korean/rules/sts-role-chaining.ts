import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 역할에서 첫 역할 수임',
  why: '침입자는 역할에서 역할로 더 멀리 나아가며, 한 번 건너뛸 때마다 출발점을 보기 어려워집니다. 이 두 역할은 최근 10일 동안 이렇게 쓰인 적이 없습니다.',
  fix: '첫 번째 역할로 무엇이 실행되는지, 두 번째 역할이 필요한지 확인하세요. 아니라면 두 번째 역할의 신뢰 정책에서 첫 번째를 제거하고 세션이 한 일을 확인하세요.',
  messages: {
    hopped: '{actor|이/가} 역할 {from}에서 역할 {role|으로/로} 넘어갔습니다.',
  },
} satisfies RuleTranslation;
