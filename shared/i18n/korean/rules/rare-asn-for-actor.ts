import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '거의 쓰지 않던 네트워크에서 민감한 호출',
  why: '이 호출자는 일주일 내내 같은 몇 개의 네트워크에서 활동합니다. 다른 네트워크에서 권한을 부여하거나, 흔적을 숨기거나, 코드를 실행하는 호출이 왔습니다. 훔친 세션이 사용되는 모습입니다.',
  fix: '역할이나 키의 사용자에게 확인하세요. 본인이 아니라면 세션을 취소하고 키를 비활성화한 뒤 이 호출들이 한 일을 되돌리세요.',
  messages: {
    rare: '{actor|이/가} 이번 주 5분 구간 {all}개 중 {here}개에서만 쓰인 {network}({sourceIp})에서 민감한 호출을 {calls}회 했습니다. 마지막은 {eventName}입니다.',
  },
} satisfies RuleTranslation;
