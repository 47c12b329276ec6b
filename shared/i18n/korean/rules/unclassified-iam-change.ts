import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '아직 어떤 규칙도 다루지 않는 자격 증명 관련 변경',
  why: '이 버전의 Trailwarden이 나온 뒤 AWS가 추가한 호출입니다. 접근 권한을 부여할 수 있지만 다른 어떤 규칙도 이 호출을 보지 않습니다.',
  fix: '서비스 문서에서 호출의 동작을 확인하세요. Trailwarden을 업데이트하거나, 이 호출에 대한 규칙 또는 사유를 작성하세요.',
  messages: {
    unclassified: {
      done: '{actor|이/가} 어떤 규칙도 다루지 않는 {service}의 {eventName|을/를} 호출했습니다.',
      tried: '{actor|이/가} 어떤 규칙도 다루지 않는 {service}의 {eventName|을/를} 호출하려 했습니다.',
    },
  },
} satisfies RuleTranslation;
