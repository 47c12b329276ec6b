import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '하드웨어 MFA가 없는 콘솔 사용자',
  why: '앱이나 문자 메시지의 코드는 피싱될 수 있습니다. FIDO 키는 진짜 사이트에만 응답합니다.',
  fix: '사용자가 FIDO 키를 등록하게 한 뒤 가상 장치를 제거하세요.',
  messages: {
    virtual: '{user}에 가상 MFA 장치만 있습니다({serials}).',
    none: '{user}에 콘솔 비밀번호는 있고 MFA 장치는 전혀 없습니다.',
    hardware: '{user}에 하드웨어 MFA 장치가 있습니다({serials}).',
    'no-users': shared.noUsers,
    'no-password': shared.noPassword,
    unreadable: shared.reportUnreadable,
    'not-listed': '자격 증명 보고서에는 {user}에 MFA가 있으나 장치 목록에는 없습니다.',
  },
} satisfies CheckTranslation;
