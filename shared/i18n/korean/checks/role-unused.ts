import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '사용하지 않는 역할',
  why: '아무도 쓰지 않는 역할은 아무도 지켜보지 않는 통로입니다.',
  fix: '일주일 동안 모든 것을 거부해 본 뒤 삭제하세요. 쓰이지 않아도 되는 역할은 breakGlassRoles나 review.idleRoles에 등록하세요.',
  messages: {
    unused: '역할 {role|은/는} {days}일 전인 {lastUsed}에 마지막으로 사용되었습니다. 기준은 {limit}일입니다.',
    'never-seen': '{made}에 생성된 역할 {role|은/는} AWS가 추적하는 400일 동안 사용된 적이 없습니다.',
    used: '역할 {role|은/는} {days}일 전인 {lastUsed}에 마지막으로 사용되었습니다.',
    new: '역할 {role|은/는} {made}에 생성되어 사용 여부를 판단하기에는 이릅니다.',
    'no-roles': shared.noRoles,
    idle: '역할 {role|은/는} 설정에서 쓰이지 않아도 되는 것으로 지정되어 있습니다.',
  },
} satisfies CheckTranslation;
