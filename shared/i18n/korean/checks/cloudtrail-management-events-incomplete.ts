import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '관리 이벤트가 빠진 추적',
  why: 'IAM은 관리 이벤트로 기록됩니다. 읽기가 빠지면 침입자의 탐색이 보이지 않고, 쓰기가 빠지면 아무것도 보이지 않습니다.',
  fix: '모든 리전의 추적에서 읽기와 쓰기 관리 이벤트를, KMS와 RDS Data API를 제외하더라도 모든 서비스에 대해 기록하세요.',
  messages: {
    incomplete: '기록 중인 모든 리전 추적 가운데 {missing} 관리 이벤트를 모두 기록하는 것이 없습니다.',
    complete: '관리 이벤트가 기록됩니다. 읽기: {reads}, 쓰기: {writes}.',
    unknown: '관리 이벤트가 기록되는지 알 수 없습니다. 추적의 상태나 선택기를 읽지 못했습니다.',
  },
} satisfies CheckTranslation;
