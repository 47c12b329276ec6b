import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '조직에 속하지 않은 계정',
  why: '제어 정책, 중앙 추적, 중앙 루트 액세스가 없어 관리자를 제한하는 것이 없습니다.',
  fix: '조직에 초대하거나 조직을 만드세요: `aws organizations create-organization`.',
  messages: {
    outside: shared.outsideOrganization,
    member: '계정이 조직 {organization}에 속해 있습니다.',
  },
} satisfies CheckTranslation;
