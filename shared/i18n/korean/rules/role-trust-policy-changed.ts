import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 주체의 역할 신뢰 정책 변경',
  why: '신뢰 정책은 누가 역할이 될 수 있는지 정합니다. 이 호출자는 최근 일주일 동안 이 정책을 변경한 적이 없습니다.',
  fix: '새 신뢰 정책을 역할의 용도와 비교하세요. 이전 정책은 CloudTrail의 바로 앞 호출이나 역할 생성 이벤트에 있습니다.',
  messages: {
    changed:
      '{actor|이/가} 역할 {role|을/를} 수임할 수 있는 주체를 변경했습니다. 최근 일주일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
