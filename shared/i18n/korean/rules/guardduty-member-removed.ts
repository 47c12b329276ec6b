import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '중앙 GuardDuty에서 계정 제외',
  why: '보안 팀이 해당 계정의 탐지 결과를 더 이상 볼 수 없고, 계정 관리자가 스스로 탐지를 끌 수 있습니다.',
  fix: '관리자 계정에서 계정을 다시 추가하고, 그동안 계정에서 일어난 일을 확인하세요.',
  messages: {
    removed: {
      done: '{actor|이/가} {region}의 중앙 GuardDuty에서 {members|을/를} 제외했습니다({eventName}).',
      tried:
        '{actor|이/가} {region}의 중앙 GuardDuty에서 계정을 제외하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
