import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '권한 상승이 가능한 인라인 정책',
  why: '가진 사람은 무해해 보이는 권한으로 스스로 관리자가 될 수 있습니다.',
  fix: '리소스를 지정하고 iam:PassedToService와 권한 경계를 추가하거나 권한을 제거하세요. 사용자나 역할의 경로는 `tw policy escalation`으로 볼 수 있습니다.',
  messages: {
    everything: '{holder}의 인라인 정책 {policy|이/가} 모든 것을 허용하므로 모든 경로가 열려 있습니다.',
    escalates: '{holder}의 인라인 정책 {policy|이/가} 다음 권한 상승 경로를 엽니다: {paths}.',
    conditional:
      '{holder}의 인라인 정책 {policy|이/가} 다음 조건에서 권한 상승 경로 {paths|을/를} 엽니다: {conditions}.',
    less: '{holder}의 인라인 정책 {policy|은/는} 알려진 권한 상승 경로를 열지 않습니다.',
    'no-policies': shared.noInlinePolicies,
    unreadable: shared.inlineUnreadable,
  },
} satisfies CheckTranslation;
