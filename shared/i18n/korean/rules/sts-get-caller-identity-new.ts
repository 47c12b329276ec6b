import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '키의 주인을 처음 조회',
  why: '키를 주운 사람은 먼저 누구의 키인지 조회합니다. 이 호출에는 권한이 필요 없고 막을 수도 없습니다. 주인은 이미 알고 있으니 조회하지 않습니다.',
  fix: '주소와 사용자 에이전트를 평소 키가 쓰이는 것과 비교하세요. 낯설다면 키를 비활성화하세요.',
  messages: {
    asked:
      '{actor|이/가} {sourceIp}에서 자신이 누구의 키인지 조회했습니다({userAgent}). 최근 10일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
