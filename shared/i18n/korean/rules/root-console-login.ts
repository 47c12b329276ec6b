import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 콘솔 로그인',
  why: '루트 사용자를 제한하는 것은 조직의 서비스 제어 정책뿐입니다. 이 세션을 가진 사람은 계정을 폐쇄하고, 모든 것을 읽고, 다른 모든 사람을 차단할 수 있습니다.',
  fix: '루트 비밀번호 관리자에게 로그인했는지, 루트만 할 수 있는 어떤 작업인지 확인하세요. 아무도 아니라면 즉시 루트 비밀번호와 MFA를 재설정하고 AWS Support에 연락하세요.',
  messages: {
    signedIn: '계정 {account}의 루트 사용자가 {sourceIp}에서 MFA로 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
