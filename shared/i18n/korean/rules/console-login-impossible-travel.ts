import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '한 사람이 이동 불가능한 두 곳에서 로그인',
  why: '그렇게 빨리 이동하는 사람은 없습니다. 둘 중 하나는 다른 사람이거나 VPN을 통한 로그인입니다.',
  fix: '본인에게 어느 로그인이 자신의 것인지, VPN을 쓰는지 확인하세요. 본인이 아닌 로그인이 있다면 모든 세션을 종료하고 비밀번호를 새로 설정한 뒤 MFA 장치와 액세스 키를 점검하고 그 세션이 한 일을 확인하세요.',
  messages: {
    travelled:
      '{actor|이/가} {place}의 {sourceIp}에서 로그인했고, {minutes}분 안에 {km}km 떨어진 {from}에서도 로그인했습니다.',
  },
} satisfies RuleTranslation;
