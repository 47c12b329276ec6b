import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '한 호출자의 호출이 다수 거부됨',
  why: '탈취한 자격 증명을 가진 사람은 무엇이 허용되는지 몰라 이것저것 시도합니다. 거부 하나하나는 사소하지만 하루에 스무 번이면 패턴입니다.',
  fix: '어디에서 무엇을 하려다 거부되었는지 확인하세요. 소유자가 설명하지 못하면 자격 증명을 회수하고 그 사이 허용된 호출을 찾으세요.',
  messages: {
    refused:
      '{actor}의 호출이 하루 동안 {count}회 거부되었습니다. 마지막은 {sourceIp}에서 호출한 {service}의 {eventName}입니다.',
  },
} satisfies RuleTranslation;
