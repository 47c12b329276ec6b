import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '만료 기한이 지난 콘솔 비밀번호',
  why: '제때 바꾼 사람이 없으니 로그인한 사람도 없습니다. 필요 없는 사용자일 가능성이 큽니다.',
  fix: '사용자에게 로그인해 바꾸도록 요청하거나 비밀번호를 제거하세요.',
  messages: {
    expired: '{user}의 비밀번호가 {expired}에 만료되었습니다.',
    old: '{user}의 비밀번호는 {days}일 전인 {changed}에 마지막으로 변경되었습니다. 기준은 {limit}일입니다.',
    valid: '{user}의 비밀번호는 만료되지 않았습니다.',
    'no-users': shared.noUsers,
    'no-password': shared.noPassword,
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
