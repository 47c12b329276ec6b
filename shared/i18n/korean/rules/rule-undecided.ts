import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '판정할 수 없었던 탐지 규칙',
  why: '필요한 것을 읽지 못하는 규칙은 눈이 먼 것이고, 이를 평온으로 착각해서는 안 됩니다. 이 규칙만 알 수 있는 공격이 그대로 지나갑니다.',
  fix: '원인에 적힌 대로 조치하세요. 함수에 허용된 것은 docs/permissions.md에 있습니다. 규칙이 다시 판정되면 이 결과는 해결됩니다. 그런 다음 놓친 이벤트를 확인하세요. 이 결과의 발생 목록에 있습니다.',
  messages: {
    denied: '규칙 {rule|을/를} 판정할 수 없었고 다시 시도해도 소용이 없습니다: {cause}',
    unanswered:
      '{actor}의 {eventName|을/를} {tries}회 시도했으나 규칙 {rule|을/를} 판정하지 못했습니다: {cause}',
    partial: '규칙 {rule|이/가} 필요한 것 중 일부 없이 판정했습니다: {cause}',
  },
} satisfies RuleTranslation;
