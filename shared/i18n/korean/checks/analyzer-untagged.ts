import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '소유자 태그가 없는 분석기',
  why: '누가 결과를 읽는지 아무도 모릅니다.',
  fix: '소유자 태그를 지정하세요: `aws accessanalyzer tag-resource`. 인정되는 키는 review.ownerTags 설정에 있습니다.',
  messages: {
    none: '분석기 {analyzer}에 태그가 없습니다.',
    missing: '분석기 {analyzer}에 다음 태그가 없습니다: {missing}.',
    tagged: '분석기 {analyzer}에 태그가 있습니다.',
    'no-analyzers': '계정에 분석기가 없습니다.',
    'region-unknown': shared.analyzersUnknown,
  },
} satisfies CheckTranslation;
