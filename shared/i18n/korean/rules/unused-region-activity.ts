import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용하지 않는 리전에서 변경 시도',
  why: '채굴꾼 등 불청객은 아무도 보지 않는 곳에서 장비를 시작하고, 청구서가 되어서야 드러납니다.',
  fix: '그곳에서 만들어진 것을 확인해(AWS Config, Resource Explorer) 제거하고 자격 증명을 회수하세요. aws:RequestedRegion을 쓰는 서비스 제어 정책으로 리전을 닫아 둘 수 있습니다.',
  messages: {
    active: {
      done: '{actor|이/가} 사용하지 않는 {region}에서 {service}의 {eventName|을/를} 호출했습니다.',
      tried: '{actor|이/가} 사용하지 않는 {region}에서 {service}의 {eventName|을/를} 호출하려 했습니다.',
    },
  },
} satisfies RuleTranslation;
