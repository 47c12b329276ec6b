import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '기한 내에 만료되지 않는 비밀번호',
  why: '비밀번호가 유일한 인증 수단이라면, 유출된 비밀번호는 바뀔 때까지 계속 동작합니다.',
  fix: '계정의 비밀번호 정책에 MaxPasswordAge를 설정하세요. MFA를 필수로 하면 더 좋으며, 그러면 만료를 요구하는 현행 표준은 없습니다.',
  messages: {
    late: '비밀번호가 {days}일 후 만료됩니다. 기준은 {wanted}일입니다.',
    never: '비밀번호가 만료되지 않습니다. {wanted}일 후 만료되어야 합니다.',
    'in-time': '비밀번호가 {days}일 후 만료됩니다. 기준은 {wanted}일입니다.',
  },
} satisfies CheckTranslation;
