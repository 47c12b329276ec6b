import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 인증서 주체의 역할 수임',
  why: '신뢰하는 인증 기관의 인증서를 얻거나 그 키로 만든 사람은 어디서나 역할이 될 수 있습니다. 그렇게 하는 인증서는 적고 알려져 있습니다.',
  fix: '인증 기관 운영자에게 이 인증서를 누구에게 발급했는지 확인하세요. 발급한 적이 없다면 트러스트 앵커를 비활성화하고 역할 세션을 취소하세요.',
  messages: {
    began: '{subject|이/가} 인증서로 역할 {role|을/를} 수임했습니다. 최근 10일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
