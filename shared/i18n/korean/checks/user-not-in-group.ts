import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '그룹에 속하지 않은 사용자',
  why: '그룹 밖의 사용자는 수작업으로 관리되고, 그룹을 변경할 때 잊힙니다.',
  fix: '사용자를 업무에 맞는 그룹에 넣으세요.',
  messages: {
    none: '{user|은/는} 그룹에 속해 있지 않습니다.',
    some: '{user|은/는} 다음 그룹에 속해 있습니다: {groups}.',
    'no-users': shared.noUsers,
  },
} satisfies CheckTranslation;
