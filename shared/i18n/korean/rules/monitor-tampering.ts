import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Trailwarden 자체 변경',
  why: '자신을 감시하는 것을 끈 사람은 더 이상 보이지 않습니다. 규칙, 큐, 함수 중 하나만 없어도 아무것도 통보되지 않습니다.',
  fix: 'tw doctor를 실행하고 Trailwarden을 다시 배포한 뒤, 호출자의 전후 행동을 확인하세요. 그 사이의 일은 통보되지 않았을 수 있습니다. Trailwarden은 배포 파이프라인만 변경할 수 있도록 권한을 회수하세요.',
  messages: {
    tampered: {
      done: '{actor|이/가} Trailwarden 자체를 변경했습니다: {own}에 대한 {eventName}.',
      tried: '{actor|이/가} Trailwarden 자체를 변경하려 했으나({own}에 대한 {eventName}) AWS가 거부했습니다.',
    },
    redeployed: {
      done: '{actor|이/가} Trailwarden을 다시 배포했습니다(스택 {own}의 {eventName}).',
      tried: '{actor|이/가} Trailwarden을 다시 배포하려 했으나(스택 {own}의 {eventName}) AWS가 거부했습니다.',
    },
    replaced: {
      done: '{actor}의 배포가 Trailwarden의 일부를 제거했습니다: {own}에 대한 {eventName}.',
      tried:
        '{actor}의 배포가 Trailwarden의 일부를 제거하려 했으나({own}에 대한 {eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
