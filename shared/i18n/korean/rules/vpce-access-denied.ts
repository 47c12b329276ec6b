import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'VPC 엔드포인트 정책에 의한 호출 거부',
  why: '네트워크 안의 장비가 타인의 버킷 등 엔드포인트가 막는 대상에 접근하려 했습니다. 데이터가 빠져나가는 방법이며, 다른 어떤 로그에도 이 시도가 남지 않습니다.',
  fix: '주소로 장비와 실행 중인 것을 찾으세요. 애플리케이션의 호출이라면 엔드포인트 정책을 넓히고, 아니라면 장비를 격리하세요.',
  messages: {
    refused:
      'VPC 엔드포인트 {endpoint|이/가} {sourceIp}에서 {actor|이/가} 호출한 {service}의 {eventName|을/를} 거부했습니다.',
  },
} satisfies RuleTranslation;
