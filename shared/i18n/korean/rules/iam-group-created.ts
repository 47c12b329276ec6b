import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 그룹 생성',
  why: '새 그룹은 권한을 숨기기 좋은 곳입니다. 그룹에 정책을, 그룹에 사용자를 넣으면 사용자의 어떤 정책에도 나타나지 않습니다. 계정에 새 그룹이 필요한 경우는 드뭅니다.',
  fix: '누가 그룹을 원했는지 확인하세요. 아무도 아니라면 정책과 멤버를 확인하고 비운 뒤 삭제하세요.',
  messages: {
    created: '{actor|이/가} IAM 그룹 {group|을/를} 생성했습니다.',
  },
} satisfies RuleTranslation;
