import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'SNS 주제에 새로운 방식의 구독',
  why: '구독은 게시되는 모든 내용을 주소, 전화, 프로그램으로 보내며 계정 외부로도 보낼 수 있습니다. Trailwarden 자체 주제라면 구독자는 자신이 어디까지 파악되었는지 알게 됩니다.',
  fix: '누구의 엔드포인트인지 확인하세요. 주제 담당자가 원한 것이 아니라면 구독을 취소하세요.',
  messages: {
    unusual: {
      done: '{actor|이/가} 주제 {resource|을/를} {protocol|으로/로} 구독했습니다. 최근 10일 동안 처음입니다.',
      tried: '{actor|이/가} 주제 {resource|을/를} {protocol|으로/로} 구독하려 했으나 AWS가 거부했습니다.',
    },
    own: {
      done: '{actor|이/가} Trailwarden의 주제 {resource|을/를} {protocol|으로/로} 구독했습니다.',
      tried: '{actor|이/가} Trailwarden의 주제 {resource|을/를} 구독하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
