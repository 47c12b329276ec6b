import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 MFA 장치로 역할 수임',
  why: '사용자를 탈취한 공격자는 MFA를 요구하는 정책을 통과하려고 자신의 MFA 장치를 등록합니다. 그 첫 사용이 여기에 나타납니다.',
  fix: '사용자가 장치를 등록했는지, 어디에서 했는지 확인하세요(EnableMFADevice). 아니라면 장치와 사용자의 액세스 키를 비활성화하세요.',
  messages: {
    firstUse:
      '{actor|이/가} MFA 장치 {device|으로/로} {role|을/를} 수임했습니다. 최근 {days}일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
