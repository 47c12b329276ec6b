import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '관리자 권한의 페더레이션 세션 시작',
  why: '이 세션은 최대 36시간 유효하고, 세션을 만든 액세스 키를 삭제해도 살아남으며, 콘솔에도 접속할 수 있습니다. 장기 키를 훔친 공격자가 즐겨 씁니다.',
  fix: '사용자에 모든 것을 거부하는 정책을 연결하거나 사용자를 삭제하세요. 세션의 권한은 사용자의 권한을 넘지 못합니다. 그런 다음 키를 삭제하세요.',
  messages: {
    managed: {
      done: '{actor|이/가} {policy} 정책으로 페더레이션 세션 "{session}"을 시작했습니다.',
      tried:
        '{actor|이/가} {policy} 정책으로 페더레이션 세션 "{session}"을 시작하려 했으나 AWS가 거부했습니다.',
    },
    inline: {
      done: '{actor|이/가} 관리자 권한을 주는 정책({grant})으로 페더레이션 세션 "{session}"을 시작했습니다.',
      tried:
        '{actor|이/가} 관리자 권한을 주는 정책으로 페더레이션 세션 "{session}"을 시작하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} 해석할 수 없는 정책({cause})으로 페더레이션 세션 "{session}"을 시작했습니다.',
      tried:
        '{actor|이/가} 해석할 수 없는 정책으로 페더레이션 세션 "{session}"을 시작하려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} CloudTrail이 기록하지 않은 페더레이션 세션을 시작했습니다.',
      tried:
        '{actor|이/가} 페더레이션 세션을 시작하려 했으나 AWS가 거부했습니다. 어떤 권한인지는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
