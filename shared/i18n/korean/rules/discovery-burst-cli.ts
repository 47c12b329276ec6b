import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS CLI 스크립트의 계정 탐색',
  why: '10초 안에 서로 다른 질의 여섯 개는 사람이 입력한 것이 아닙니다. 스크립트가 자격 증명을 받으면 가장 먼저 하는 일입니다.',
  fix: '누가 실행했는지 확인하세요. 아무도 아니라면 자격 증명을 회수하고 무엇이 조회되었는지 확인하세요.',
  messages: {
    burst: {
      done: '{actor|이/가} {seconds}초 안에 서로 다른 {count}가지를 조회했습니다: {calls}.',
      tried:
        '{actor|이/가} {seconds}초 안에 서로 다른 {count}가지를 조회했고, 마지막 호출은 성공하지 못했습니다: {calls}.',
    },
  },
} satisfies RuleTranslation;
