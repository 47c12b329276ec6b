import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Security Hub 제어 부적합',
  why: 'Trailwarden의 어떤 규칙이나 점검도 알리지 않는 것을 AWS의 다른 서비스가 찾았습니다. 한곳에서 볼 수 있도록 여기에 알립니다.',
  fix: 'Security Hub 사용 설명서의 해당 제어 페이지에 적힌 대로 조치하세요.',
  messages: {
    found: 'Security Hub: {title} 결과({type}).',
  },
} satisfies RuleTranslation;
