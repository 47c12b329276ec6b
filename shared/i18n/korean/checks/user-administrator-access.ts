import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'AdministratorAccess가 있는 사용자',
  why: '이 사용자의 비밀번호나 키 하나를 얻은 사람이 계정을 차지합니다.',
  fix: '관리자에게는 작업하는 동안만 MFA로 수임하는 역할을 주고 사용자에서 정책을 분리하세요.',
  messages: {
    direct: '{user}에 AdministratorAccess가 연결되어 있습니다.',
    both: '{user}에 AdministratorAccess가 직접, 그리고 그룹 {groups|을/를} 통해 연결되어 있습니다.',
    inherited: '{user}에 그룹 {groups|을/를} 통해 AdministratorAccess가 있습니다.',
    none: '{user}에 AdministratorAccess가 없습니다.',
    'no-users': shared.noUsers,
  },
} satisfies CheckTranslation;
