import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '최근 루트 사용자 사용',
  why: '루트가 필요한 작업은 몇 가지뿐입니다. 그 밖의 사용은 누구의 책임도 물을 수 없거나 침입자의 것입니다.',
  fix: '누가 무엇에 썼는지 확인하고(root-api-activity 규칙에 호출이 있습니다) 그 사람에게 역할을 주세요.',
  messages: {
    used: '루트 사용자가 {days}일 전인 {lastUsed}에 마지막으로 사용되었습니다.',
    quiet: '루트 사용자가 {days}일 전인 {lastUsed}에 마지막으로 사용되었습니다.',
    never: '루트 사용자의 사용 기록이 없습니다.',
    unreadable: shared.reportUnreadable,
  },
} satisfies CheckTranslation;
