import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'GuardDuty가 보고한 자격 증명 활동',
  why: 'Trailwarden의 어떤 규칙이나 점검도 알리지 않는 것을 AWS의 다른 서비스가 찾았습니다. 한곳에서 볼 수 있도록 여기에 알립니다.',
  fix: 'GuardDuty에서 결과를 열어 관련 호출과 주소를 확인하세요. 아무도 모른다면 자격 증명을 회수하고 한 일을 확인하세요.',
  messages: {
    found: 'GuardDuty: {title} 결과({type}).',
  },
} satisfies RuleTranslation;
