import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudWatch 로그를 타인에게 전송 또는 개방',
  why: '로그에는 주소, 이름, 그리고 너무 자주 비밀 정보가 들어 있습니다. 구독은 지금부터의 모든 로그를 즉시, 보이지 않게 다른 계정으로 보냅니다.',
  fix: '조직의 계정이 아니라면 구독이나 정책을 삭제하세요. 로그의 내용은 노출된 것으로 보고 그 안의 비밀 정보를 교체하세요.',
  messages: {
    subscribed: {
      done: '{actor|이/가} {group}의 로그가 {destination|으로/로} 전송되게 했습니다.',
      tried: '{actor|이/가} {group}의 로그가 {destination|으로/로} 전송되게 하려 했으나 AWS가 거부했습니다.',
    },
    exported: {
      done: '{actor|이/가} 로그 그룹 {group}의 로그를 버킷 {destination|으로/로} 내보냈습니다.',
      tried: '{actor|이/가} 로그 그룹 {group}의 로그를 내보내려 했으나 AWS가 거부했습니다.',
    },
    opened: {
      done: '{actor|이/가} CloudWatch Logs의 {resource|을/를} {principals}에 개방했습니다({eventName}).',
      tried:
        '{actor|이/가} CloudWatch Logs의 {resource|을/를} {principals}에 개방하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} CloudWatch Logs에 해석할 수 없는 정책을 작성했습니다({eventName}): {cause}.',
      tried:
        '{actor|이/가} CloudWatch Logs에 해석할 수 없는 정책({cause})을 작성하려 했으나 AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} 로그를 받는 대상을 변경했습니다({eventName}). 변경 내용은 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} 로그를 받는 대상을 변경하려 했으나({eventName}) AWS가 거부했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
