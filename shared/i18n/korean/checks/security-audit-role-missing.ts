import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'SecurityAudit 역할 없음',
  why: '조회만 할 수 있는 역할을 만들어 두지 않으면 심사원과 도구가 필요 이상의 권한을 받습니다.',
  fix: '보안 감사용 역할을 만들고 AWS의 SecurityAudit 정책을 연결하세요.',
  messages: {
    none: 'SecurityAudit을 가진 역할이 없습니다.',
    some: 'SecurityAudit을 가진 역할: {roles}.',
  },
} satisfies CheckTranslation;
