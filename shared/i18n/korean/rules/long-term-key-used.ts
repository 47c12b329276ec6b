import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '만료되지 않는 액세스 키 사용',
  why: '이런 키 하나하나가 어딘가의 파일에 담긴 비밀번호입니다. 없애려면 어떤 키를 누가 무엇에 쓰는지 알아야 합니다.',
  fix: '즉시 할 일은 없습니다. 목록의 키를 하나씩 역할로 대체하세요.',
  messages: {
    used: {
      done: '{actor|이/가} 액세스 키 {accessKeyId|을/를} 사용했습니다: {eventName}.',
      tried: '{actor|이/가} {eventName}에 액세스 키 {accessKeyId|을/를} 사용했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
