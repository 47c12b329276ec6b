import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '비밀번호에 대문자를 요구하지 않음',
  why: '문자 종류를 요구하는 표준에서는 부적합입니다. 실제 보호에는 길이와 MFA가 더 효과적입니다.',
  fix: '따르는 표준이 요구한다면 계정의 비밀번호 정책에서 대문자를 필수로 하세요.',
  messages: {
    off: '비밀번호 정책이 대문자를 요구하지 않습니다.',
    default: '계정에 비밀번호 정책이 없고, AWS 기본값은 대문자를 요구하지 않습니다.',
    on: '비밀번호 정책이 대문자를 요구합니다.',
  },
} satisfies CheckTranslation;
