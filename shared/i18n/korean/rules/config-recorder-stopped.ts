import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS Config 기록 중단',
  why: '지금부터는 리소스가 변경되기 전에 어떤 상태였는지 아무도 알 수 없고, 변경을 감시하는 규칙도 동작하지 않습니다.',
  fix: '레코더를 다시 시작하거나 전송 채널과 함께 새로 설정한 뒤, 호출자가 그 전에 무엇을 했는지 확인하세요.',
  messages: {
    stopped: {
      done: '{actor|이/가} {region}의 AWS Config 레코더를 중지했습니다.',
      tried: '{actor|이/가} {region}의 AWS Config 레코더를 중지하려 했으나 AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} {region}의 AWS Config 레코더를 삭제했습니다.',
      tried: '{actor|이/가} {region}의 AWS Config 레코더를 삭제하려 했으나 AWS가 거부했습니다.',
    },
    channel: {
      done: '{actor|이/가} {region}의 AWS Config 전송 채널을 삭제했습니다.',
      tried: '{actor|이/가} {region}의 AWS Config 전송 채널을 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
