import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '지정한 네트워크 밖에서 콘솔 로그인',
  why: '사람들은 사무실이나 VPN처럼 지정한 네트워크에서 접속해야 합니다. 다른 곳에서는 비밀번호나 세션을 훔친 사람이 접속합니다.',
  fix: '본인에게 어디에서 로그인했는지 확인하세요. 본인이 아니라면 세션을 종료하고 비밀번호를 새로 설정한 뒤 세션이 한 일을 확인하세요. 본인이라면 VPN을 쓰게 하거나 네트워크를 등록하세요.',
  messages: {
    outside: '{actor|이/가} 지정한 네트워크에 속하지 않는 {sourceIp}에서 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
