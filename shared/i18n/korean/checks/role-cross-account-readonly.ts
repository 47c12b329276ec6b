import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '다른 계정에 ReadOnlyAccess 부여',
  why: 'ReadOnlyAccess는 S3 객체, DynamoDB 항목, 메시지 등 데이터도 읽습니다. 상대 계정의 침입자도 읽습니다.',
  fix: '협력사에는 SecurityAudit이나 ViewOnlyAccess를 주거나, 계정을 trustedAccounts에 등록하세요.',
  messages: {
    foreign: '역할 {role}에 ReadOnlyAccess가 있고 다음 계정이 수임할 수 있습니다: {accounts}.',
    everyone: '역할 {role}에 ReadOnlyAccess가 있고 모든 AWS 계정이 수임할 수 있습니다.',
    known: '역할 {role}에 ReadOnlyAccess가 있고 설정이나 조건에 지정된 계정이 수임할 수 있습니다.',
    own: '역할 {role}에 ReadOnlyAccess가 있고 이 계정에서만 수임할 수 있습니다.',
    'other-policies': '역할 {role}에 ReadOnlyAccess가 없습니다.',
    'no-roles': shared.noRoles,
    unreadable: shared.trustUnreadable,
  },
} satisfies CheckTranslation;
