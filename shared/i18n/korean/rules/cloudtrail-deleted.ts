import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail 추적 삭제',
  why: '로그 파일이 더 이상 기록되지 않고 추적 설정도 함께 사라집니다. 이 모니터에 이벤트를 공급하던 추적이라면 모니터도 조용해집니다.',
  fix: '기존 버킷, 키, 이벤트 선택기로 같은 이름의 추적을 다시 만들어 시작한 뒤, 호출자가 그 전에 무엇을 했는지 확인하세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} 추적 {resource|을/를} 삭제했습니다.',
      tried: '{actor|이/가} 추적 {resource|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
