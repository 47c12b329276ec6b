import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자 생성 후 관리자 권한 부여',
  why: '모든 권한을 갖고 대개 만료되지 않는 키까지 가진 새 사용자입니다. 침입자는 처음 쓴 자격 증명이 사라진 뒤에도 이렇게 남습니다.',
  fix: '변경 요청에 없는 사용자라면 지금 키와 비밀번호를 비활성화하고, 사용자가 한 일과 만든 사람을 확인하세요.',
  messages: {
    byOne: '{creator|이/가} 사용자 {user|을/를} 생성하고 {minutes}분 안에 관리자로 만들었습니다({policy}).',
    byTwo:
      '{creator|이/가} 사용자 {user|을/를} 생성했고, {minutes}분 안에 {raiser|이/가} 관리자로 만들었습니다({policy}).',
  },
} satisfies RuleTranslation;
