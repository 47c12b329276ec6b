import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Trailwarden 역할의 다른 용도 사용',
  why: 'Trailwarden의 역할은 계정에서 아무것도 변경하지 않습니다. 변경하거나 시도했다면 다른 누군가가 자격 증명을 가졌거나 함수를 바꾼 것이며, 감시자는 아무도 감시하지 않으리라 여기는 것입니다.',
  fix: '함수를 중지하고(예약 동시성 0) 역할 세션을 취소한 뒤, 코드와 정책을 배포본과 비교하고 Trailwarden을 다시 배포하세요.',
  messages: {
    misused: {
      done: 'Trailwarden의 역할인 {actor|이/가} 업무에 없는 {service}의 {eventName|을/를} 호출했습니다.',
      tried:
        'Trailwarden의 역할인 {actor|이/가} 업무에 없는 {service}의 {eventName|을/를} 호출하려 했으나 AWS가 거부했습니다.',
    },
    assumed: {
      done: '{actor|이/가} Trailwarden의 역할 {resource|을/를} 수임했습니다.',
      tried: '{actor|이/가} Trailwarden의 역할 {resource|을/를} 수임하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
