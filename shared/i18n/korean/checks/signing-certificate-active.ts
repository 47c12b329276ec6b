import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '활성 X.509 서명 인증서',
  why: '키와 똑같이 오래된 몇몇 인터페이스의 호출에 서명하지만, 존재를 기억하는 사람이 없습니다.',
  fix: '비활성화한 뒤 삭제하세요: `aws iam delete-signing-certificate`.',
  messages: {
    active: '{user}에 활성 서명 인증서가 {count}개 있습니다.',
    old: '{user}에 비활성 서명 인증서가 {limit}일 넘게 남아 있습니다.',
    none: '{user}에 활성 서명 인증서가 없습니다.',
    'no-rows': '자격 증명 보고서에 아무도 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
