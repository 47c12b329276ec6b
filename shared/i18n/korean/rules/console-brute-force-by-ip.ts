import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '한 주소에서 비밀번호 추측',
  why: '한 주소가 비밀번호를 연달아 시도합니다. 실패 뒤의 성공은 추측이 맞은 것일 가능성이 큽니다.',
  fix: '로그인이 뒤따랐다면 그 사용자에게 확인하고, 본인이 아니라면 로그인 프로필을 삭제하고 액세스 키를 비활성화하세요. 아니라면 모든 사용자가 MFA를 쓰는지 확인하거나, 조직의 네트워크에서만 로그인을 허용하세요.',
  messages: {
    guessed: '{ip}에서 계정 {account}에 대한 로그인이 {minutes}분 안에 {failures}회 실패했습니다.',
    entered: '{ip}에서 {failures}회 실패한 뒤 계정 {account}에 로그인이 성공했습니다.',
  },
} satisfies RuleTranslation;
