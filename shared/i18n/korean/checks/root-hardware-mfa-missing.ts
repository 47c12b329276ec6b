import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '루트 사용자에 하드웨어 MFA 없음',
  why: '앱의 코드는 피싱될 수 있고, 그 비밀 값은 휴대폰 백업과 함께 복사될 수 있습니다.',
  fix: '루트 사용자에 FIDO 키를 등록한 뒤 가상 장치를 제거하세요.',
  messages: {
    virtual: '루트 사용자가 가상 MFA 장치({serial})로 로그인합니다.',
    none: '루트 사용자에 MFA 장치가 전혀 없습니다.',
    hardware: '루트 사용자에 MFA가 있고 가상 장치는 없습니다.',
    'no-password': '루트 사용자에 비밀번호가 없습니다.',
    partition: 'AWS GovCloud에는 루트 사용자용 하드웨어 MFA가 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
