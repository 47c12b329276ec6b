import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '인라인 정책 사용',
  why: '버전도 없고 다른 사람이 보는 이름도 없어 정책을 검토할 때 잊힙니다.',
  fix: '필요한 부분을 관리형 정책으로 만드세요.',
  messages: {
    inline: '{holder}에 인라인 정책이 있습니다: {policies}.',
    none: shared.noInlinePolicies,
  },
} satisfies CheckTranslation;
