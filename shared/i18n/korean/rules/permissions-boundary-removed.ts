import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '권한 경계 제거',
  why: '정책이 허용하는 모든 것이 이제 그대로 적용됩니다. 권한 경계로 팀의 권한 상승을 막는 환경이라면 이것이 바로 권한 상승입니다.',
  fix: '권한 경계를 되돌린 뒤, 경계가 없는 동안 무엇을 했는지 확인하세요.',
  messages: {
    removed: {
      done: '{actor|이/가} {holderKind} {holder}의 권한 경계를 제거했습니다.',
      tried: '{actor|이/가} {resource}의 권한 경계를 제거하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
