import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 비밀번호 정책 약화',
  why: '이제 사용자는 몇 시간이면 추측되는 비밀번호를 고르거나 이미 유출된 옛 비밀번호로 돌아갈 수 있습니다. 비밀번호를 추측하거나 설정하려는 공격자가 먼저 하는 일입니다.',
  fix: '정책을 다시 설정하세요(최소 14자, 최근 비밀번호 24개 재사용 금지). 변경한 사람에게 이유를 묻고, 그 이후 변경된 비밀번호를 확인하세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} {sourceIp}에서 계정 {account}의 비밀번호 정책을 삭제했습니다. AWS 기본값이 적용됩니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 계정 {account}의 비밀번호 정책을 삭제하려 했으나 AWS가 거부했습니다.',
    },
    weakened: {
      done: '{actor|이/가} {sourceIp}에서 계정 {account}에 약한 비밀번호 정책을 설정했습니다: {faults}.',
      tried:
        '{actor|이/가} {sourceIp}에서 계정 {account}의 비밀번호 정책을 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
