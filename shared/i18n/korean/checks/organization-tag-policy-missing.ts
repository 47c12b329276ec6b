import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '조직에 태그 정책 없음',
  why: '세 가지 방식으로 쓰인 태그로는 소유자를 알 수 없고 접근을 결정할 수도 없습니다.',
  fix: '조직 루트에 태그 정책을 연결하세요.',
  messages: {
    none: '어디에도 연결된 태그 정책이 없습니다.',
    some: '적용 중인 태그 정책: {policies}.',
    outside: shared.outsideOrganization,
  },
} satisfies CheckTranslation;
