import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할에 관리자 정책 연결',
  why: '신뢰 정책이 허용하는 모든 사람과 이 역할을 사용하는 모든 장비가 이제 계정 전체를 제어합니다.',
  fix: '정책 연결을 해제하고 역할에 필요한 권한만 부여하세요. 신뢰 정책을 읽고 그동안 누가 사용할 수 있었는지 확인하세요.',
  messages: {
    attached: {
      done: '{actor|이/가} 역할 {holder}에 {policy} 정책을 연결했습니다.',
      tried: '{actor|이/가} {resource}에 {policy} 정책을 연결하려 했으나 AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} 역할 {holder}에 정책을 연결했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} {resource}에 정책을 연결하려 했으나 AWS가 거부했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
