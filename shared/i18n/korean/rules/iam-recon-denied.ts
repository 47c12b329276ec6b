import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '탐색 중 거부된 IAM 사용자',
  why: '장기 키로 사용자, 버킷, 서버, 데이터베이스를 연달아 조회하다 거부되었습니다. 주운 키의 가치를 알아보는 도구가 이렇게 합니다.',
  fix: '소유자가 실행한 것이 아니라면 키를 비활성화하고, 코드와 로그에서 키가 노출된 곳을 찾으세요.',
  messages: {
    refused:
      '{actor}의 조회가 10분 안에 {count}회 거부되었습니다. 마지막은 {sourceIp}에서 호출한 {eventName}입니다.',
  },
} satisfies RuleTranslation;
