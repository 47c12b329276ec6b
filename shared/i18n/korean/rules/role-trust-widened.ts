import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '수임할 수 없던 주체에 역할 개방',
  why: '역할에 들어온 주체는 역할의 모든 권한을 갖지만, 자신의 정책에는 아무것도 나타나지 않습니다.',
  fix: '새로 허용된 주체가 역할의 권한을 가져야 하는지 확인하세요. 아니라면 이전 신뢰 정책으로 되돌리세요. 변경 내용에 나와 있습니다.',
  messages: {
    widened: '{actor|이/가} 이전에는 그렇게 수임할 수 없던 {principals}에 역할 {role|을/를} 개방했습니다.',
    unknown:
      '{actor|이/가} 역할 {role|을/를} 수임할 수 있는 주체를 변경했습니다. 이전 상태를 알 수 없어 누가 새로 허용되었는지는 알 수 없습니다: {cause}.',
  },
} satisfies RuleTranslation;
