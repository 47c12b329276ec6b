import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '모든 AWS 계정에 역할 개방',
  why: 'AWS 계정이 있는 누구나, 지금도 그리고 사용자와 키를 모두 바꾼 뒤에도 이 역할을 수임할 수 있습니다.',
  fix: '필요한 계정이나 역할만 신뢰 정책에 지정한 뒤 역할 세션을 취소하고 그 이후 누가 수임했는지 확인하세요.',
  messages: {
    everyone: {
      done: '{actor|이/가} 역할 {role|을/를} 모든 AWS 계정에 개방했습니다.',
      tried: '{actor|이/가} 역할 {role|을/를} 모든 AWS 계정에 개방하려 했으나 AWS가 거부했습니다.',
    },
    externalId: {
      done: '{actor|이/가} 외부 ID를 아는 누구에게나 역할 {role|을/를} 개방했습니다. 외부 ID는 비밀이 아닙니다.',
      tried: '{actor|이/가} 외부 ID를 아는 누구에게나 역할 {role|을/를} 개방하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} 역할 {role}에 해석할 수 없는 신뢰 정책을 작성했습니다({cause}).',
      tried:
        '{actor|이/가} 역할 {role}에 해석할 수 없는 신뢰 정책({cause})을 작성하려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} {resource}에 CloudTrail이 기록하지 않은 신뢰 정책을 작성했습니다.',
      tried:
        '{actor|이/가} 신뢰 정책을 작성하려 했으나({resource}에 대한 {eventName}) AWS가 거부했습니다. 문서는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
