import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '관리자 권한을 주는 정책 작성',
  why: '문서 자체가 모든 것, IAM 전체, 또는 스스로 나머지 권한을 부여할 수 있는 IAM 작업을 허용합니다. AWS 정책 이름 목록으로는 드러나지 않습니다.',
  fix: '문서를 읽고 필요한 만큼으로 줄이세요. 그때까지 정책을 가진 주체에서 정책을 제거하세요.',
  messages: {
    grants: {
      done: '{actor|이/가} {resource}에 관리자 권한을 주는 정책 문서({policy})를 작성했습니다: {grant}.',
      tried:
        '{actor|이/가} {resource}에 관리자 권한을 주는 정책 문서를 작성하려 했으나 AWS가 거부했습니다: {grant}.',
    },
    escalates: {
      done: '{actor|이/가} {resource}에 스스로 관리자가 될 수 있는 정책 문서({policy})를 작성했습니다: {actions}.',
      tried:
        '{actor|이/가} {resource}에 스스로 관리자가 될 수 있는 정책 문서를 작성하려 했으나 AWS가 거부했습니다.',
    },
    prepared: {
      done: '{actor|이/가} {resource}의 버전 {policy|을/를} 작성했습니다. 적용되면 관리자 권한을 줍니다({grant}).',
      tried: '{actor|이/가} 관리자 권한을 주는 {resource}의 버전을 작성하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} {resource}에 해석할 수 없는 정책 문서({policy})를 작성했습니다({cause}).',
      tried: '{actor|이/가} {resource}에 해석할 수 없는 정책 문서를 작성하려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} {resource}에 CloudTrail이 기록하지 않은 정책 문서를 작성했습니다.',
      tried:
        '{actor|이/가} {resource}에 정책 문서를 작성하려 했으나 AWS가 거부했습니다. 문서는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
