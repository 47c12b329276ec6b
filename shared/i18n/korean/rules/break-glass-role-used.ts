import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '비상용 역할 사용',
  why: '무엇이든 할 수 있고, 다른 방법이 없는 날을 위한 역할입니다. 사람들이 모르게 쓰일 일이 없으므로, 쓴 사람은 다른 의도가 있거나 도움이 필요합니다.',
  fix: '즉시 다른 연락 수단으로 호출자에게 어떤 비상 상황인지 확인하세요. 비상 상황이 아니라면 역할과 호출자의 세션을 취소하고 한 일을 확인하세요.',
  messages: {
    used: {
      done: '{actor|이/가} {sourceIp}에서 비상용 역할 {role|을/를} 수임했습니다. 사유: {reason}.',
      tried: '{actor|이/가} {sourceIp}에서 비상용 역할 {role|을/를} 수임하려 했으나 AWS가 거부했습니다.',
    },
    usedWithoutReason: {
      done: '{actor|이/가} {sourceIp}에서 사유 없이 비상용 역할 {role|을/를} 수임했습니다. 티켓을 담은 세션 태그도 소스 자격 증명도 없습니다.',
      tried: '{actor|이/가} {sourceIp}에서 비상용 역할 {role|을/를} 수임하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
