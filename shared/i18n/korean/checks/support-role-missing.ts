import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWSSupportAccess 역할 없음',
  why: '사고 중에는 누군가 AWS에 사례를 열어야 합니다. 이런 역할이 없으면 루트나 관리자를 쓰게 됩니다.',
  fix: '지원 사례용 역할을 만들고 AWS의 AWSSupportAccess 정책을 연결하세요.',
  messages: {
    none: 'AWSSupportAccess를 가진 역할이 없습니다.',
    some: 'AWSSupportAccess를 가진 역할: {roles}.',
  },
} satisfies CheckTranslation;
