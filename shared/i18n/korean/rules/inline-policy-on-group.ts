import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '그룹에 인라인 정책 작성',
  why: '모든 멤버가 정책이 허용하는 것을 즉시 얻으며, 인라인 정책은 관리형 정책 목록에 나타나지 않습니다.',
  fix: '정책을 확인하세요. 필요한 것은 관리형 정책으로 옮기고 나머지는 삭제한 뒤 그룹에 누가 속해 있는지 확인하세요.',
  messages: {
    written: {
      done: '{actor|이/가} 그룹 {group}에 인라인 정책 {policy|을/를} 작성했습니다.',
      tried: '{actor|이/가} {resource}에 인라인 정책을 작성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
