import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'MFA가 없는 관리자',
  why: '비밀번호 피싱 한 번 또는 키 유출 한 번이면 계정은 남의 것이 됩니다.',
  fix: '사용자가 FIDO 키를 등록하게 하고 MFA가 없으면 모든 것을 거부하는 정책을 추가하세요. 수임할 역할을 주면 더 좋습니다.',
  messages: {
    off: '{user|은/는} 관리자({reasons})이지만 MFA 장치가 없습니다.',
    on: '{user|은/는} 관리자({reasons})이며 MFA가 있습니다.',
    'no-administrators': '관리자인 IAM 사용자가 없습니다.',
    unknown: '관리자인 {user}에 MFA가 있는지 자격 증명 보고서에 나와 있지 않습니다.',
  },
} satisfies CheckTranslation;
