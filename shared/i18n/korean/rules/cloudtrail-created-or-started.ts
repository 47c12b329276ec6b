import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail 추적 생성 또는 시작',
  why: '어떤 추적이 언제부터 기록했고 누가 설정했는지 보고서에 남습니다. 두 번째 추적은 이벤트마다 추가 비용도 발생합니다.',
  fix: '조치할 것은 없습니다. 조직 추적이 이미 있다면 새 추적이 왜 필요한지 확인하세요.',
  messages: {
    created: '{actor|이/가} 추적 {resource|을/를} 생성했습니다.',
    started: '{actor|이/가} 추적 {resource|을/를} 시작했습니다.',
  },
} satisfies RuleTranslation;
