import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '사용하지 않는 콘솔 비밀번호',
  why: '퇴사하거나 업무가 바뀐 사람의 비밀번호는 도난당해도 알아차리는 사람이 없습니다.',
  fix: '비밀번호를 제거하세요: `aws iam delete-login-profile --user-name NAME`. 필요하면 금방 다시 부여할 수 있습니다.',
  messages: {
    unused:
      '{user|은/는} {days}일 전인 {lastUsed}에 마지막으로 비밀번호로 로그인했습니다. 기준은 {limit}일입니다.',
    used: '{user|은/는} {days}일 전인 {lastUsed}에 마지막으로 비밀번호로 로그인했습니다.',
    'no-users': shared.noUsers,
    'no-password': shared.noPassword,
    'never-used': '{user|은/는} 비밀번호로 로그인한 적이 없습니다. console-password-never-used에서 알립니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
