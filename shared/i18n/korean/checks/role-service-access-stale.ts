import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '민감한 서비스 권한을 쓰지 않는 역할',
  why: '아무도 필요로 하지 않는 모델, 키, IAM 권한은 침입자가 가장 먼저 찾는 것입니다.',
  fix: '역할의 정책에서 서비스를 제거하세요. 서비스와 일수는 review.sensitiveServices 설정에 있습니다.',
  messages: {
    stale:
      '역할 {role|은/는} {services|을/를} 호출할 수 있지만 AWS가 추적하는 범위에서 기한 내에 호출하지 않았습니다(서비스 단위, {generated} 기준).',
    used: '역할 {role|은/는} 호출할 수 있는 민감한 서비스를 사용합니다.',
    'no-roles': shared.noRoles,
    young: '역할 {role|은/는} 생성된 지 얼마 되지 않아 무엇을 쓰지 않는지 판단할 수 없습니다.',
    unused: '역할 {role}의 사용 기록이 없습니다. role-unused에서 알립니다.',
    unknown: '역할 {role|이/가} 무엇을 쓰는지 알 수 없습니다: {cause}.',
  },
} satisfies CheckTranslation;
