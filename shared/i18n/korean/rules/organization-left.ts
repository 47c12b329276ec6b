import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정의 조직 탈퇴',
  why: '조직 밖에서는 서비스 제어 정책, 조직 추적, 중앙 탐지기가 더 이상 적용되지 않습니다. 계정을 탈취한 공격자가 가장 먼저 하는 일입니다.',
  fix: '성공했다면 즉시 계정을 다시 초대하고 계정의 자격 증명을 유출된 것으로 처리하세요. 실패했다면 누가 시도했는지 찾아 사용한 자격 증명을 취소하세요.',
  messages: {
    left: {
      done: '{actor|이/가} 계정 {account|을/를} 조직에서 탈퇴시켰습니다.',
      tried: '{actor|이/가} 계정 {account|을/를} 조직에서 탈퇴시키려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
