import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '한 번도 쓰지 않은 콘솔 비밀번호',
  why: '첫 비밀번호는 메일이나 티켓에 적혀 있는 경우가 많습니다. 찾은 사람이 먼저 로그인합니다.',
  fix: '비밀번호를 제거하세요: `aws iam delete-login-profile --user-name NAME`.',
  messages: {
    'never-used':
      '{since}에 설정된 {user}의 비밀번호는 {days}일 동안 사용되지 않았습니다. 기준은 {limit}일입니다.',
    new: '{user}의 비밀번호는 {days}일 전인 {since}에 설정되어 아직 사용되지 않았습니다.',
    used: '{user|은/는} 비밀번호로 로그인한 적이 있습니다.',
    'no-users': shared.noUsers,
    'no-password': shared.noPassword,
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
