import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '활성 액세스 키가 두 개인 사용자',
  why: '두 번째 키는 아무도 지켜보지 않는 여분이거나 끝나지 않은 교체입니다.',
  fix: '교체를 마무리하세요. 쓰지 않는 키를 비활성화한 뒤 삭제하세요.',
  messages: {
    two: '{user|은/는} {since}부터 활성 액세스 키가 두 개입니다.',
    one: '{user}의 활성 액세스 키는 최대 한 개입니다.',
    rotating: '{user|은/는} {since}부터 활성 액세스 키가 두 개입니다. 교체에는 {limit}일까지 허용됩니다.',
    'no-users': shared.noUsers,
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
