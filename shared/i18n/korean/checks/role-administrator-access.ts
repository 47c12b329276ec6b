import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'AdministratorAccess가 있는 역할',
  why: '역할을 수임할 수 있는 모두와 이 역할로 실행되는 모든 프로그램이 계정을 차지합니다.',
  fix: '역할이 호출하는 것만 허용하세요. 관리자여야 하는 역할은 approvedAdminRoles나 breakGlassRoles에 등록하세요.',
  messages: {
    attached: '역할 {role}에 AdministratorAccess가 있습니다.',
    bounded: '역할 {role}에 권한 경계 {boundary} 안에서 AdministratorAccess가 있습니다.',
    none: '역할 {role}에 AdministratorAccess가 없습니다.',
    approved: '역할 {role}에 설정에서 허용한 AdministratorAccess가 있습니다.',
    'no-roles': shared.noRoles,
    'permission-set': '역할 {role|은/는} IAM Identity Center가 만들었습니다. 권한 세트에서 판정합니다.',
  },
} satisfies CheckTranslation;
