import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudWatch 로그 전달 또는 집계 제거',
  why: '로그는 그 자리에 있지만 아무에게도 도달하지 않습니다. 보안 팀의 저장소에 더 이상 들어오지 않고, 항목을 세는 경보는 영원히 울리지 않습니다.',
  fix: '누가 이 전달로 읽고 있었는지 확인하세요. 보안 팀이라면 다시 만들고 그동안의 로그를 추가로 보내게 하세요.',
  messages: {
    filter: {
      done: '{actor|이/가} 로그 그룹 {group}의 구독 필터 {name|을/를} 삭제했습니다. 구독자에게 로그가 더 이상 도달하지 않습니다.',
      tried:
        '{actor|이/가} 로그 전달 또는 집계를 제거하려 했으나({eventName}, 그룹 {group}) AWS가 거부했습니다.',
    },
    metric: {
      done: '{actor|이/가} 로그 그룹 {group}의 지표 필터 {name|을/를} 삭제했습니다. 이 필터로 세는 경보는 울리지 않습니다.',
      tried:
        '{actor|이/가} 로그 전달 또는 집계를 제거하려 했으나({eventName}, 그룹 {group}) AWS가 거부했습니다.',
    },
    destination: {
      done: '{actor|이/가} 다른 계정이 로그를 보내는 대상 {name|을/를} 삭제했습니다.',
      tried:
        '{actor|이/가} 로그 전달 또는 집계를 제거하려 했으나({eventName}, 그룹 {group}) AWS가 거부했습니다.',
    },
    delivery: {
      done: '{actor|이/가} 로그 전달을 종료했습니다({eventName} {name}).',
      tried:
        '{actor|이/가} 로그 전달 또는 집계를 제거하려 했으나({eventName}, 그룹 {group}) AWS가 거부했습니다.',
    },
    policy: {
      done: '{actor|이/가} {region}의 모든 로그 그룹에 적용되는 정책 {name|을/를} 삭제했습니다.',
      tried:
        '{actor|이/가} 로그 전달 또는 집계를 제거하려 했으나({eventName}, 그룹 {group}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
