import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 그룹 삭제',
  why: '그룹을 삭제하면 그룹으로만 권한을 갖던 사람의 접근이 막히고, 침입자가 권한을 얻은 흔적도 사라집니다.',
  fix: '그 전에 그룹에 무슨 일이 있었는지 확인하세요. 그룹은 비어 있어야 삭제되므로 멤버와 정책이 하나씩 제거되었을 것입니다.',
  messages: {
    deleted: '{actor|이/가} IAM 그룹 {group|을/를} 삭제했습니다.',
  },
} satisfies RuleTranslation;
