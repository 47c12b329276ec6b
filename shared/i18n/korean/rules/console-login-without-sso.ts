import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'SSO를 거치지 않은 콘솔 로그인',
  why: '이 계정은 자격 증명 공급자로만 접속하기로 되어 있습니다. 자체 비밀번호는 공급자의 MFA, 기기 규칙, 퇴사자 차단을 모두 우회합니다.',
  fix: '사용자에게 비밀번호의 용도를 확인하세요. 로그인 프로필을 삭제하고, 비상용 사용자가 필요하다면 비밀번호를 봉인해 두고 사용 여부를 감시하세요.',
  messages: {
    signedIn: '{actor|이/가} {sourceIp}에서 SSO를 거치지 않고 계정 {account}의 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
