import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'MFA 없이 루트 사용자의 콘솔 로그인',
  why: '비밀번호만으로 계정에서 가장 강력한 자격 증명이 열렸습니다. AWS는 루트 사용자에게 MFA를 요구하므로, 유예 기간 중인 계정이거나 루트 MFA가 제거된 계정입니다.',
  fix: '누가 로그인했는지 확인하세요. 조직의 누군가라면 지금 루트에 MFA를 등록하고, 아니라면 계정 메일함에서 루트 비밀번호를 재설정해 세션을 끝낸 뒤 AWS Support에 연락하세요.',
  messages: {
    signedIn: '계정 {account}의 루트 사용자가 {sourceIp}에서 MFA 없이 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
