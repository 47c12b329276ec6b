import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '목록에 없는 위임 관리자',
  why: 'GuardDuty, IAM Identity Center, CloudFormation 같은 서비스를 조직의 모든 계정에 대해 관리합니다.',
  fix: 'review.delegatedAdministrators에 계정을 등록하거나 위임을 회수하세요: `aws organizations deregister-delegated-administrator`.',
  messages: {
    untrusted:
      '계정 {administrator|은/는} 위임 관리자(서비스: {services})이지만 review.delegatedAdministrators 설정에 없습니다.',
    trusted: '계정 {administrator|은/는} 설정에서 허용한 위임 관리자입니다.',
    none: '조직에 위임 관리자가 없습니다.',
    outside: shared.outsideOrganization,
  },
} satisfies CheckTranslation;
