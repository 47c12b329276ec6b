import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할을 오가며 세션을 무한히 갱신',
  why: '다른 역할에서 온 세션은 한 시간 유효합니다. 두 번째 역할로 갔다가 돌아오면 매번 새로 한 시간을 얻습니다(role juggling). 침입자는 훔친 세션 하나로 원하는 만큼 남을 수 있습니다.',
  fix: '두 역할의 세션을 동시에 취소하세요. 그러지 않으면 하나가 다른 하나를 갱신합니다. 그런 다음 한 역할을 다른 역할의 신뢰 정책에서 제거하세요.',
  messages: {
    looped:
      '역할 {from}의 세션이 역할 {through|을/를} 수임하고, 그것으로 다시 역할 {from|으로/로} 돌아왔습니다.',
  },
} satisfies RuleTranslation;
