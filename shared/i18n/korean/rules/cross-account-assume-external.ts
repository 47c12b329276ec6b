import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직 외부 계정의 역할 수임',
  why: '외부의 누군가가 계정에 들어와 있습니다. 역할의 신뢰 정책이 허용한 것이며, 아무도 이유를 기억하지 못한다면 백도어가 쓰이고 있는 것입니다.',
  fix: '누구의 계정인지 확인하세요. 협력사라면 trustedAccounts 설정에 등록하세요. 아니라면 신뢰 정책에서 계정을 제거하고 역할 세션을 취소한 뒤 한 일을 확인하세요.',
  messages: {
    external:
      '조직의 계정도 협력사도 아닌 계정 {caller|이/가} {sourceIp}에서 역할 {role|을/를} 수임했습니다.',
    unknown:
      '다른 계정 {caller|이/가} {sourceIp}에서 역할 {role|을/를} 수임했습니다. 조직의 계정인지 여부는 설정되어 있지 않습니다.',
  },
} satisfies RuleTranslation;
