import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '자체 비밀번호 정책이 없는 계정',
  why: 'AWS 기본값은 8자를 허용하고 옛 비밀번호 재사용을 막지 않습니다.',
  fix: '비밀번호 정책을 설정하세요: `aws iam update-account-password-policy`. 공급자로 로그인하게 하고 비밀번호를 없애면 더 좋습니다.',
  messages: {
    missing: '계정에 비밀번호 정책이 없고, 비밀번호를 가진 사용자가 {users}명 있습니다.',
    set: '계정에 비밀번호 정책이 있습니다.',
    'no-passwords': '비밀번호를 가진 IAM 사용자가 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
