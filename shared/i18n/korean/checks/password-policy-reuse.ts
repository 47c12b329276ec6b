import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '옛 비밀번호를 너무 빨리 재사용 가능',
  why: '다시 쓰이는 유출된 비밀번호는 계정을 다시 엽니다.',
  fix: '계정 비밀번호 정책의 PasswordReusePrevention을 높이세요. IAM의 최대값은 24입니다.',
  messages: {
    few: '최근 비밀번호 {remembered}개의 재사용을 막습니다. 기준은 {wanted}개입니다.',
    none: '비밀번호 정책이 옛 비밀번호의 재사용을 막지 않습니다. 최근 {wanted}개를 막아야 합니다.',
    default: '계정에 비밀번호 정책이 없어 어떤 옛 비밀번호든 다시 쓸 수 있습니다.',
    enough: '최근 비밀번호 {remembered}개의 재사용을 막습니다. 기준은 {wanted}개입니다.',
  },
} satisfies CheckTranslation;
