import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자에 관리자 정책 연결',
  why: '사용자의 키나 비밀번호를 가진 사람이 이제 계정 전체를 제어하며, 권한을 부여한 세션이 끝난 뒤에도 계속됩니다.',
  fix: '변경 요청에 없다면 정책 연결을 해제하세요. 호출자가 이 권한을 부여할 사람이 아니라면 호출자를 침해된 것으로 처리하고 그 이후 사용자가 한 일을 확인하세요.',
  messages: {
    attached: {
      done: '{actor|이/가} 사용자 {holder}에 {policy} 정책을 연결했습니다.',
      tried: '{actor|이/가} {resource}에 {policy} 정책을 연결하려 했으나 AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} 사용자 {holder}에 정책을 연결했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} {resource}에 정책을 연결하려 했으나 AWS가 거부했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
