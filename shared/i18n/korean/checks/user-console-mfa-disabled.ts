import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'MFA가 없는 콘솔 사용자',
  why: '추측하거나 피싱하거나 유출된 비밀번호 하나면 이 사용자로 로그인할 수 있습니다.',
  fix: '사용자가 FIDO 키를 등록하게 하거나, 비밀번호를 없애고 공급자로 로그인하게 하세요.',
  messages: {
    off: '{user}에 콘솔 비밀번호는 있고 MFA 장치는 없습니다.',
    on: '{user}에 콘솔 비밀번호와 MFA가 있습니다.',
    'no-users': shared.noUsers,
    'no-password': shared.noPassword,
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
