import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '그룹에 관리자 정책 연결',
  why: '현재와 앞으로의 모든 그룹 구성원이 계정 전체를 제어할 수 있습니다. 나중에 사용자를 이 그룹에 추가하는 작업은 위험해 보이지 않아 놓치기 쉽습니다.',
  fix: '관리자용 그룹이 아니라면 정책 연결을 해제하세요. 그룹 구성원과, 구성원을 추가할 수 있는 주체를 점검하세요.',
  messages: {
    attached: {
      done: '{actor|이/가} 그룹 {holder}에 {policy} 정책을 연결했습니다.',
      tried: '{actor|이/가} {resource}에 {policy} 정책을 연결하려 했으나 AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} 그룹 {holder}에 정책을 연결했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} {resource}에 정책을 연결하려 했으나 AWS가 거부했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
