import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'GuardDuty의 탐지 범위 축소 또는 보고 대상 변경',
  why: '멤버 계정에서 일부 탐지가 빠지거나, 새 계정에 탐지가 켜지지 않거나, 결과가 장기 보존 버킷에 도달하지 않습니다.',
  fix: '기능, 자동 활성화, 내보내기 대상을 되돌리고 그동안 계정에서 일어난 일을 확인하세요.',
  messages: {
    findings: {
      done: '{actor|이/가} {region}의 GuardDuty가 결과를 내보내는 대상을 변경하거나 삭제했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 GuardDuty 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
    members: {
      done: '{actor|이/가} {region}에서 다른 계정의 GuardDuty 기능을 껐습니다({eventName}).',
      tried: '{actor|이/가} {region}의 GuardDuty 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
    rules: {
      done: '{actor|이/가} {region}의 GuardDuty에서 사용자 정의 탐지 규칙을 제외했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 GuardDuty 범위를 줄이려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
