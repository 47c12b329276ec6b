import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center 권한 세트의 권한 확대',
  why: '이 권한 세트를 할당받은 모든 사람이 다음 로그인부터, 프로비저닝된 모든 계정에서 관리자가 됩니다.',
  fix: '정책을 제거하고 권한 세트를 다시 프로비저닝하세요. 누가 할당받았고 그동안 로그인했는지 확인하세요.',
  messages: {
    managed: {
      done: '{actor|이/가} 권한 세트 {resource}에 {policy} 정책을 연결했습니다.',
      tried: '{actor|이/가} 권한 세트 {resource}에 {policy} 정책을 연결하려 했으나 AWS가 거부했습니다.',
    },
    inline: {
      done: '{actor|이/가} 권한 세트 {resource}에 관리자 권한을 주는 인라인 정책을 작성했습니다({grant}).',
      tried:
        '{actor|이/가} 권한 세트 {resource}에 관리자 권한을 주는 인라인 정책을 작성하려 했으나 AWS가 거부했습니다.',
    },
    customer: {
      done: '{actor|이/가} 권한 세트 {resource}에 고객 관리형 정책 {policy|을/를} 연결했습니다.',
      tried:
        '{actor|이/가} 권한 세트 {resource}에 고객 관리형 정책 {policy|을/를} 연결하려 했으나 AWS가 거부했습니다.',
    },
    boundary: {
      done: '{actor|이/가} 권한 세트 {resource}의 권한 경계를 제거했습니다.',
      tried: '{actor|이/가} 권한 세트 {resource}의 권한 경계를 제거하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} 권한 세트 {resource}에 해석할 수 없는 인라인 정책을 작성했습니다({cause}).',
      tried:
        '{actor|이/가} 권한 세트 {resource}에 해석할 수 없는 인라인 정책을 작성하려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} 권한 세트를 변경했습니다({eventName}). 변경 내용은 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} 권한 세트를 변경하려 했으나({resource}에 대한 {eventName}) AWS가 거부했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
