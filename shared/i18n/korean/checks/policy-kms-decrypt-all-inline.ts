import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '모든 키로 복호화할 수 있는 인라인 정책',
  why: '가진 사람은 의도하지 않은 것까지 포함해 계정에서 암호화된 모든 것을 읽습니다.',
  fix: '키를 지정하거나 kms:ViaService 또는 암호화 컨텍스트로 제한하세요.',
  messages: {
    all: '{holder}의 인라인 정책 {policy|이/가} 모든 키에 대한 {actions|을/를} 허용합니다.',
    conditional:
      '{holder}의 인라인 정책 {policy|이/가} 다음 조건에서 모든 키에 대한 {actions|을/를} 허용합니다: {conditions}.',
    less: '{holder}의 인라인 정책 {policy|은/는} 모든 키에 대해 허용하지는 않습니다.',
    'no-policies': shared.noInlinePolicies,
    unreadable: shared.inlineUnreadable,
  },
} satisfies CheckTranslation;
