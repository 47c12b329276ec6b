import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '분석기에 활성 결과 존재',
  why: '외부의 누군가에게 접근 권한이 있거나 쓰이지 않는 권한이 있는데, 의도한 것이라고 확인한 사람이 없습니다.',
  fix: '접근 권한을 제거하거나, 의도한 이유를 적은 규칙으로 결과를 보관 처리하세요.',
  messages: {
    active: '분석기 {analyzer}에 활성 결과가 {count}건 있습니다: {resources}.',
    quiet: '분석기 {analyzer}에 활성 결과가 없습니다.',
    'no-analyzers': '계정에 활성 분석기가 없습니다.',
    'findings-unknown': '분석기 {analyzer}의 결과를 알 수 없습니다: {cause}.',
    'region-unknown': shared.analyzersUnknown,
  },
} satisfies CheckTranslation;
