import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '정책이 직접 연결된 사용자',
  why: '하나씩 부여한 권한은 업무가 바뀌어도 회수되지 않습니다.',
  fix: '정책을 그룹으로 옮기고 사용자를 그룹에 넣으세요. 역할로 옮기면 더 좋습니다.',
  messages: {
    direct: '{user}에 직접 연결된 정책이 있습니다: {policies}.',
    none: '{user}에 직접 연결된 정책이 없습니다.',
    'no-users': shared.noUsers,
  },
} satisfies CheckTranslation;
