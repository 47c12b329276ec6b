import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'AdministratorAccess가 있는 그룹',
  why: '오늘이든 일 년 뒤든 이 그룹에 들어가는 모든 사용자가 계정을 차지합니다.',
  fix: '관리자에게는 MFA로 수임하는 역할을 주고 그룹에서 정책을 분리하세요.',
  messages: {
    attached: '그룹 {group}에 AdministratorAccess가 있습니다. 구성원: {members}.',
    none: '그룹 {group}에 AdministratorAccess가 없습니다.',
    'no-groups': shared.noGroups,
  },
} satisfies CheckTranslation;
