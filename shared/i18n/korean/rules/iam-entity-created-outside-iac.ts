import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '수작업으로 IAM 엔터티 생성',
  why: '모든 것을 배포로 만드는 환경에서 수작업으로 만든 것은 저장소에 없고 아무도 검토하지 않았습니다. 침입자는 수작업을 합니다.',
  fix: '누가 왜 만들었는지 확인한 뒤, 파이프라인의 관리 아래 두거나 삭제하세요.',
  messages: {
    created: '{actor|이/가} 수작업으로 {resource|을/를} 생성했습니다({eventName}).',
  },
} satisfies RuleTranslation;
