import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직 가드레일 약화',
  why: '계정 관리자와 루트 사용자까지 제한하는 것은 서비스 제어 정책뿐입니다. 없으면 추적을 중지하고 리전을 열 수 있습니다.',
  fix: '정책을 다시 연결하거나 저장소에 있는 내용으로 되돌리세요. 그런 다음 그동안 하위 계정에서 일어난 일을 확인하세요.',
  messages: {
    detached: {
      done: '{actor|이/가} 정책 {policy|을/를} {target}에서 분리했습니다.',
      tried: '{actor|이/가} 조직의 정책({resource})을 분리하려 했으나 AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} 조직의 정책 {policy|을/를} 삭제했습니다.',
      tried: '{actor|이/가} 조직의 정책({resource})을 삭제하려 했으나 AWS가 거부했습니다.',
    },
    typeDisabled: {
      done: '{actor|이/가} 조직에서 {type} 유형의 정책을 모두 껐습니다.',
      tried: '{actor|이/가} 조직에서 정책 유형을 끄려 했으나 AWS가 거부했습니다.',
    },
    emptied: {
      done: '{actor|이/가} 조직의 정책 {policy|을/를} 아무것도 거부하지 않도록 변경했습니다.',
      tried:
        '{actor|이/가} 조직의 정책 {policy|을/를} 아무것도 거부하지 않도록 변경하려 했으나 AWS가 거부했습니다.',
    },
    updated: {
      done: '{actor|이/가} 조직의 정책 {policy|이/가} 거부하는 내용을 변경했습니다.',
      tried: '{actor|이/가} 조직의 정책({resource})을 변경하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} 조직의 정책 {policy|을/를} 변경했습니다. 새 내용을 해석할 수 없습니다.',
      tried: '{actor|이/가} 조직의 정책 {policy|을/를} 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
