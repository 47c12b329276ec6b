import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '오래된 CodeCommit SSH 키',
  why: '개인 키는 오래전에 반납한 노트북 같은 곳에 남아 있습니다.',
  fix: '삭제하거나 사용자가 새 키를 업로드하게 하세요.',
  messages: {
    old: '{user}의 SSH 키 {id|은/는} {days}일 되었습니다. 기준은 {limit}일입니다.',
    young: '{user}의 SSH 키 {id|은/는} {days}일 되었습니다. 기준은 {limit}일입니다.',
    none: 'SSH 키를 가진 IAM 사용자가 없습니다.',
    inactive: '{user}의 SSH 키 {id|은/는} 비활성 상태입니다.',
  },
} satisfies CheckTranslation;
