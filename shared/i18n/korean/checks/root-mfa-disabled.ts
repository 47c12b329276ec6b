import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '자격 증명은 있고 MFA는 없는 루트 사용자',
  why: '추측하거나, 피싱하거나, 메일함으로 재설정한 비밀번호 하나로 계정을 차지할 수 있습니다.',
  fix: '루트 사용자에 FIDO 키 두 개를 등록해 따로 보관하세요. 조직이라면 멤버 계정 루트 사용자의 자격 증명을 삭제하세요.',
  messages: {
    off: '루트 사용자에 자격 증명은 있고 MFA 장치는 없습니다.',
    on: '루트 사용자에 MFA가 있습니다.',
    'no-credentials': '루트 사용자에 비밀번호도 활성 액세스 키도 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
