import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '너무 짧은 비밀번호 허용',
  why: '짧은 비밀번호는 추측이나 유출 목록에 쉽게 뚫립니다.',
  fix: '계정 비밀번호 정책의 MinimumPasswordLength를 높이세요.',
  messages: {
    short: '비밀번호 정책이 {length}자를 허용합니다. {wanted}자를 요구해야 합니다.',
    default: '계정에 비밀번호 정책이 없고, AWS 기본값은 {length}자를 허용합니다. 기준은 {wanted}자입니다.',
    long: '비밀번호는 {length}자 이상이어야 합니다. 기준은 {wanted}자입니다.',
  },
} satisfies CheckTranslation;
