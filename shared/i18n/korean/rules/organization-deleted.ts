import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직 삭제',
  why: '모든 가드레일, 조직 추적, 위임 관리자, IAM Identity Center가 함께 끝나며, 되돌릴 방법이 없습니다.',
  fix: '관리 계정이 탈취된 것으로 처리하세요. 먼저 루트 사용자와 관리자를 보호하고 AWS Support에 연락한 뒤 조직을 다시 만드세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} 계정 {account}의 조직을 삭제했습니다.',
      tried: '{actor|이/가} 계정 {account}의 조직을 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
