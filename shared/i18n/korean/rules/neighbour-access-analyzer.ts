import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Access Analyzer가 보고한 접근',
  why: 'Trailwarden의 어떤 규칙이나 점검도 알리지 않는 것을 AWS의 다른 서비스가 찾았습니다. 한곳에서 볼 수 있도록 여기에 알립니다.',
  fix: 'IAM Access Analyzer에서 결과를 여세요. 접근 권한을 제거하거나, 의도한 것이라면 결과를 보관 처리하세요.',
  messages: {
    found: 'IAM Access Analyzer: {title} 결과({type}).',
  },
} satisfies RuleTranslation;
