import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '사용자가 없는 그룹',
  why: '그룹의 권한은 누군가 들어오기를 기다리고 있고, 어떤 권한인지 기억하는 사람은 없습니다.',
  fix: '그룹을 삭제하세요.',
  messages: {
    empty: '그룹 {group}에 사용자가 없습니다.',
    used: '그룹 {group}에 사용자가 {users}명 있습니다.',
    'no-groups': shared.noGroups,
  },
} satisfies CheckTranslation;
