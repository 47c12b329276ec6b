import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'MFA 장치가 없는 IAM 사용자',
  why: 'MFA를 요구하는 정책은 키만으로는 충족할 수 없어 결국 빠지게 됩니다.',
  fix: '사용자가 FIDO 키를 등록하게 하세요. 프로그램은 review.serviceUsers 설정에 등록하거나, 역할을 주면 더 좋습니다.',
  messages: {
    off: '{user}에 MFA 장치가 없습니다.',
    on: '{user}에 MFA가 있습니다.',
    'no-users': shared.noUsers,
    program: '{user|은/는} 프로그램(review.serviceUsers 설정)이며 비밀번호가 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
