import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '삭제된 사용자 또는 역할을 허용하는 정책 작성',
  why: '사용자나 역할이 삭제되면 AWS는 ARN 대신 ID를 표시합니다. 이 항목은 아무도 허용하지 않으면서 실제로 허용하는 항목들 사이에 섞여 있습니다. 나중에 정리하는 사람이 이제는 다른 주체를 뜻하는 이름으로 바꿀 수 있습니다.',
  fix: '누구를 뜻했는지 알고 같은 이름으로 되살린 경우가 아니라면 정책에서 ID를 제거하세요.',
  messages: {
    ghost:
      '{actor|이/가} {resource}에 더 이상 존재하지 않는 주체를 허용하는 정책을 작성했습니다({eventName}): {ids}.',
  },
} satisfies RuleTranslation;
