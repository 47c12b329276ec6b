import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 그룹 탐색',
  why: '그룹을 보면 누가 관리자이고, 어느 그룹에 자신을 넣으면 되는지 알 수 있습니다.',
  fix: '호출자에게 확인하세요. 이유를 아는 사람이 없으면 또 무엇을 조회했는지, 그 이후 그룹에 들어간 사람이 있는지 확인하세요.',
  messages: {
    looked: {
      done: '{actor|이/가} 한 시간 안에 {count}가지 방법으로 IAM 그룹을 조회했습니다. 마지막은 {eventName}입니다.',
      tried:
        '{actor|이/가} 한 시간 안에 {count}가지 방법으로 IAM 그룹을 조회하려 했고, 마지막 {eventName|은/는} 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
