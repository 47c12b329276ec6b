import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'IAM 사용자는 있고 자격 증명 공급자는 없는 계정',
  why: '퇴사자의 IAM 사용자는 누군가 떠올릴 때까지 남습니다. 공급자를 쓰면 둘이 함께 끝납니다.',
  fix: 'IAM Identity Center나 SAML 또는 OIDC 공급자로 로그인하게 하고 사용자를 삭제하세요.',
  messages: {
    none: '계정에 IAM 사용자가 {users}명 있고 자격 증명 공급자가 없습니다.',
    some: '자격 증명 공급자: {providers}.',
    'no-users': shared.noUsers,
  },
} satisfies CheckTranslation;
