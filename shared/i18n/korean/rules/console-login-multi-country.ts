import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 사용자가 한 시간 안에 두 국가에서 로그인',
  why: '두 사람이 비밀번호를 아는 사용자는 이렇게 보입니다. 소유자는 여기, 도둑은 저기. console-login-impossible-travel이 잡기에는 가까운 거리도 잡습니다.',
  fix: '사용자에게 어느 로그인이 자신의 것인지, VPN을 쓰는지 확인하세요. 본인이 아닌 로그인이 있다면 비밀번호를 새로 설정하고 MFA 장치와 액세스 키를 점검한 뒤 그 세션이 한 일을 확인하세요.',
  messages: {
    countries: '{actor|이/가} {minutes}분 안에 {countries}에서 로그인했습니다. 마지막은 {sourceIp}입니다.',
  },
} satisfies RuleTranslation;
