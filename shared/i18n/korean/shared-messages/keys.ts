/** What the checks of access keys have in common; `keyMessages` of `shared/review/judge-keys.ts` in Korean. */
export const keyMessages = {
  'no-keys': '액세스 키를 가진 IAM 사용자가 없습니다.',
  'no-id':
    '자격 증명 보고서에는 {user}의 활성 키가 있으나 액세스 키 목록에는 없습니다. 목록에서 해당 사용자가 빠졌거나 그사이 키가 삭제되었습니다.',
} as const;
