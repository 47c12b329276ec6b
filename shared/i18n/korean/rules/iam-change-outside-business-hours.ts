import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '업무 시간 외 접근 권한 부여',
  why: '공격자는 아무도 보지 않는 밤과 주말에, 그리고 자신이 있는 곳의 낮에 활동합니다.',
  fix: '다음 날 아침 호출자에게 확인하세요. 본인이 아니라면 변경을 되돌리고 세션을 종료하세요.',
  messages: {
    granted:
      '{actor|이/가} 업무 시간 외인 {clock}({timeZone})에 {target}에 대해 {eventName|으로/로} 접근 권한을 변경했습니다.',
  },
} satisfies RuleTranslation;
