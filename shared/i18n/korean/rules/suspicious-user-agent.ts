import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '공격 도구 또는 공격용 시스템의 호출',
  why: 'Kali, Parrot, Pentoo는 침투용 시스템이고 Pacu는 AWS 공격용 도구입니다. 부주의한 키 도둑은 이것을 드러냅니다.',
  fix: '침투 테스트가 진행 중인지 확인하세요. 아니라면 키를 비활성화하거나 역할 세션을 취소하고 호출 내역을 확인하세요.',
  messages: {
    used: {
      done: '{actor|이/가} {sourceIp}에서 {tool|으로/로} AWS를 호출했습니다(최초 확인: {eventName}).',
      tried:
        '{actor|이/가} {sourceIp}에서 {tool|으로/로} AWS를 호출했으나 성공하지 못했습니다(최초 확인: {eventName}).',
    },
  },
} satisfies RuleTranslation;
