import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 별칭 변경',
  why: '별칭은 사람들이 알고 신뢰하는 로그인 주소의 이름입니다. 비워진 별칭을 다른 사람이 자신의 계정에 쓰면, 직원들이 그곳에 비밀번호를 입력하게 됩니다.',
  fix: '계정 담당자에게 확인하세요. 의도한 것이 아니라면 즉시 별칭을 되찾으세요. 별칭은 먼저 요청한 사람에게 주어집니다.',
  messages: {
    created: {
      done: '{actor|이/가} 계정 {account}에 별칭 {alias|을/를} 부여했습니다.',
      tried: '{actor|이/가} 계정 {account}에 별칭을 부여하려 했으나 AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} 계정 {account}의 별칭 {alias|을/를} 삭제했습니다.',
      tried: '{actor|이/가} 계정 {account}의 별칭을 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
