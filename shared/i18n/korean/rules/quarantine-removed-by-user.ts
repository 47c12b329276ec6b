import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '유출 키에 대한 AWS 격리 해제',
  why: 'AWS가 공개된 것으로 확인한 키가 다시 제한 없이 동작합니다. 공격자는 가장 먼저 이것을 하고, 동료는 무언가 고장 나서 이것을 합니다.',
  fix: '지금 해당 자격 증명의 키를 비활성화하세요. 유출된 키가 이미 삭제되고 AWS 지원 사례가 종료된 경우가 아니라면 정책을 다시 연결하세요.',
  messages: {
    removed: {
      done: '{actor|이/가} {sourceIp}에서 {target}의 격리 정책 {policy|을/를} 제거했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 {target}의 격리 정책 {policy|을/를} 제거하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
