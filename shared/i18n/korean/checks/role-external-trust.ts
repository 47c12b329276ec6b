import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '외부인을 신뢰하는 역할',
  why: '그 계정을 가진 사람이나 그 공급자의 토큰을 얻은 사람은, 조직의 계정에 아무 흔적 없이 이 역할로 들어옵니다.',
  fix: '누구의 계정인지 확인하세요. trustedAccounts에 등록하거나, 외부 ID를 요구하거나, 제거하세요. 공급자는 토큰 주체로 제한하세요.',
  messages: {
    everyone: '모든 AWS 계정이 역할 {role|을/를} 수임할 수 있습니다.',
    stranger: '어떤 설정에도 없는 {accounts|이/가} 외부 ID 없이 역할 {role|을/를} 수임할 수 있습니다.',
    'any-token': '역할 {role|은/는} 누구의 것인지 정하지 않고 {provider}의 토큰을 받습니다({gap}).',
    known: '역할 {role|은/는} 설정에 있거나, 외부 ID를 제시해야 하거나, 조건에 지정된 계정을 신뢰합니다.',
    own: '역할 {role|은/는} 이 계정, 서비스, 또는 신원을 지정한 공급자를 신뢰합니다.',
    'no-roles': shared.noRoles,
    unreadable: shared.trustUnreadable,
  },
} satisfies CheckTranslation;
