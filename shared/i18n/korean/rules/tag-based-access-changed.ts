import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '정책이 판단에 쓰는 태그 변경',
  why: '조건이 태그를 비교하는 환경에서 태그는 곧 권한입니다. 자신의 태그를 바꾼 사람은 어떤 정책도 건드리지 않고 다른 팀의 구성원이 됩니다.',
  fix: '태그 내용대로 그 자격 증명이 속하는지 확인하세요. 아니라면 이전 값으로 되돌리고, 이 키로 사용자와 역할에 태그를 지정하는 것은 관리자만 할 수 있게 하세요.',
  messages: {
    set: '{actor|이/가} {holderKind} {holder}에 정책이 판단에 쓰는 태그를 설정했습니다: {tags}.',
    removed: '{actor|이/가} {holderKind} {holder}에서 정책이 판단에 쓰는 태그를 제거했습니다: {tags}.',
  },
} satisfies RuleTranslation;
