import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '외부 ID 없이 제3자의 역할 수임',
  why: '협력사는 모든 고객에게 하나의 계정을 씁니다. 외부 ID가 없으면 다른 고객이 이 역할의 ARN을 협력사에 넘겨 이 계정에 작업하게 할 수 있습니다(혼동된 대리자).',
  fix: '협력사에 외부 ID를 요청하고 역할의 신뢰 정책에서 요구하세요(조건 sts:ExternalId). 그러면 협력사가 다른 고객을 위해 이 역할을 쓰도록 속을 수 없습니다.',
  messages: {
    without: '조직에 속하지 않는 계정 {caller|이/가} 외부 ID 없이 역할 {role|을/를} 수임했습니다.',
  },
} satisfies RuleTranslation;
