import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '호출자가 자신의 권한을 확대',
  why: '자신에게 부여되는 것을 바꿀 수 있는 주체는 다른 단계가 필요 없습니다. 훔친 키 하나가 계정 전체가 되는 방법입니다.',
  fix: '변경을 되돌린 뒤 키를 비활성화하거나 호출자의 세션을 취소하고 그 이후 한 일을 확인하세요. 사용한 권한을 호출자에게서 회수하거나 권한 경계로 제한하세요.',
  messages: {
    itself:
      '{actor|이/가} {policy} 변경으로 자신의 권한을 확대했습니다({eventName}): {gains}(판단 근거: {basis}).',
    role: '{actor|이/가} {policy} 변경으로 자신이 수임할 수 있는 {holder}의 권한을 확대했습니다({eventName}): {gains}(판단 근거: {basis}).',
  },
} satisfies RuleTranslation;
