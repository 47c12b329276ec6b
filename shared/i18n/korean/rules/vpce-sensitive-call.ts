import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'VPC 엔드포인트를 통한 첫 민감 호출',
  why: '사설 네트워크의 장비가 전에 없이 시크릿, 키, 추적을 사용했습니다. 침입자는 주소가 이상해 보이지 않는 내부에서 호출합니다.',
  fix: '주소로 장비를 찾으세요. 새로 배포된 것이 없다면 장비를 격리하고 역할 세션을 취소하세요.',
  messages: {
    first: {
      done: '{actor|이/가} VPC 엔드포인트 {endpoint|을/를} 통해 {service}의 {eventName|을/를} 호출했습니다. 최근 {days}일 동안 처음입니다.',
      tried:
        '{actor|이/가} VPC 엔드포인트 {endpoint|을/를} 통해 {service}의 {eventName|을/를} 최근 {days}일 동안 처음으로 호출하려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
