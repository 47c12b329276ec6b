import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '사용하지 않는 리전을 막는 제어 정책 없음',
  why: '침입자는 아무도 보지 않는 곳에서 활동합니다. 채굴꾼은 열어 본 적도 없는 리전에서 장비를 시작합니다.',
  fix: 'aws:RequestedRegion이 조직의 리전이 아니면 글로벌 서비스를 제외한 모든 것을 거부하는 서비스 제어 정책을 연결하세요.',
  messages: {
    none: '사용하지 않는 리전을 거부하는 서비스 제어 정책이 연결되어 있지 않습니다.',
    wide: '서비스 제어 정책 {policy|이/가} 사용하지 않는 리전을 열어 둡니다: {regions}.',
    closed: '서비스 제어 정책 {policy|은/는} {regions}만 열어 둡니다.',
    outside: shared.outsideOrganization,
    unreadable: '서비스 제어 정책 {policy|을/를} 해석할 수 없습니다({cause}).',
  },
} satisfies CheckTranslation;
