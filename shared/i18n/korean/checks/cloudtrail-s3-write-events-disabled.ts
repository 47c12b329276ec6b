import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'S3 쓰기 미기록',
  why: '누가 객체를 삭제하거나 덮어썼는지 아무도 알 수 없습니다.',
  fix: '추적에서 모든 버킷의 쓰기 데이터 이벤트를 기록하세요. 먼저 비용을 확인하세요.',
  messages: {
    none: '기록 중인 추적 가운데 모든 버킷의 객체 쓰기를 기록하는 것이 없습니다.',
    some: '모든 버킷의 객체 쓰기는 {trails|이/가} 기록합니다.',
    unknown: '객체 쓰기가 기록되는지 알 수 없습니다. 추적의 상태나 선택기를 읽지 못했습니다.',
  },
} satisfies CheckTranslation;
