import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '시크릿을 처음 조회한 주체',
  why: '시크릿을 읽는 것은 대부분 매일 읽는 프로그램입니다. 새로 읽는 주체는 방금 배포된 프로그램이거나 그 권한을 가진 다른 누군가입니다.',
  fix: '이 주체가 시크릿을 알아야 하는지 확인하세요. 아니라면 시크릿을 교체하고 권한을 회수하세요.',
  messages: {
    first: '{actor|이/가} 시크릿 {secret|을/를} 조회했습니다. 최근 10일 동안 시크릿을 조회한 적이 없습니다.',
  },
} satisfies RuleTranslation;
