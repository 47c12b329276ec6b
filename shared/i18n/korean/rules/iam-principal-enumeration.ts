import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '정책을 이용한 사용자와 역할 이름 추측',
  why: 'AWS는 존재하지 않는 주체를 지정한 정책은 거부하고 존재하는 주체는 받아들입니다. 정책을 계속 써 보면 다른 계정에 어떤 역할과 사용자가 있는지 알 수 있고, 그 계정에는 아무 흔적도 남지 않습니다.',
  fix: '누가 이 자격 증명을 쓰는지 확인하세요. 이 계정에서 다른 계정에 대한 공격을 준비하고 있습니다. 자격 증명을 취소하고 또 무엇에 쓰였는지 확인하세요.',
  messages: {
    guessed:
      '{actor|이/가} {minutes}분 안에 존재하지 않는 주체를 지정한 정책을 {count}개 작성했습니다({sourceIp}의 {eventName}).',
  },
} satisfies RuleTranslation;
