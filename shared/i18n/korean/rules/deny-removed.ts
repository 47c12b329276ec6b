import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '자격 증명 또는 정책에서 Deny 제거',
  why: 'Deny는 다른 정책이 허용하는 것을 막기 위해 있습니다. Deny가 없어지면 아무것도 부여하지 않았는데도 즉시 열립니다.',
  fix: '문을 되돌리세요. 변경 내용에 나와 있습니다. 호출자 자신이 원하는 것을 막던 Deny라면 호출자를 침해된 것으로 처리하세요.',
  messages: {
    removed: '{actor|이/가} {policy} 변경으로 Deny를 제거했습니다({eventName}): {denials}.',
  },
} satisfies RuleTranslation;
