import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '서비스가 다른 고객을 위해 쓸 수 있는 역할',
  why: '서비스는 모든 고객을 대신해 행동합니다. 역할의 ARN을 아는 고객이 서비스가 이 역할을 쓰게 할 수 있습니다.',
  fix: '신뢰 정책의 문에 계정을 지정한 aws:SourceAccount의 StringEquals 조건을 추가하세요.',
  messages: {
    open: '역할 {role|은/는} {services|이/가} 어떤 고객을 위해서든 사용할 수 있습니다.',
    limited: '역할 {role|은/는} 서비스가 누구를 위해 호출해야 하는지 정합니다.',
    other:
      '역할 {role|을/를} 쓰는 서비스 가운데 누구를 위한 호출인지 밝히는 것으로 알려진 서비스가 없습니다.',
    'no-roles': shared.noRoles,
    unreadable: shared.trustUnreadable,
  },
} satisfies CheckTranslation;
