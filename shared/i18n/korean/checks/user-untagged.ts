import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '소유자 태그가 없는 사용자',
  why: '문제가 생겨도 누구에게 물어야 할지 아무도 모르고, 아무도 삭제하지 못합니다.',
  fix: '소유자 태그를 지정하세요: `aws iam tag-user`. 인정되는 키는 review.ownerTags 설정에 있습니다.',
  messages: {
    none: '{user}에 태그가 없습니다.',
    missing: '{user}에 다음 태그가 없습니다: {missing}.',
    tagged: '{user}에 태그가 있습니다.',
    'no-users': shared.noUsers,
  },
} satisfies CheckTranslation;
