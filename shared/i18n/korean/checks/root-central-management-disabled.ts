import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '멤버 루트 자격 증명을 중앙 관리하지 않는 조직',
  why: '모든 멤버 계정에 비밀번호와 메일함을 가진 루트 사용자가 남아 있어 누군가 지켜야 합니다.',
  fix: '관리 계정에서 IAM의 신뢰할 수 있는 액세스와 "Root credentials management"를 활성화한 뒤 멤버 계정의 루트 자격 증명을 삭제하세요.',
  messages: {
    off: '멤버 계정의 루트 자격 증명이 중앙에서 관리되지 않습니다. 활성화된 기능: {features}.',
    on: '멤버 계정의 루트 자격 증명이 중앙에서 관리됩니다.',
    outside: shared.outsideOrganization,
  },
} satisfies CheckTranslation;
