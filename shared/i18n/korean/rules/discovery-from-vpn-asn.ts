import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'VPN 또는 임대 서버에서 계정 탐색',
  why: '탈취한 자격 증명은 누구에게도 이어지지 않는 주소에서 시험됩니다. 이 키의 소유자는 이런 네트워크에서 호출한 적이 없습니다.',
  fix: '소유자에게 확인하세요. 본인이 아니라면 즉시 자격 증명을 회수하고 이 주소에서 또 무엇을 호출했는지 확인하세요.',
  messages: {
    looked: {
      done: '{actor|이/가} {network}(AS{asn})의 주소 {sourceIp}에서 {eventName|을/를} 호출했습니다. 최근 {days}일 동안 처음입니다.',
      tried:
        '{actor|이/가} {network}(AS{asn})의 주소 {sourceIp}에서 최근 {days}일 동안 처음으로 {eventName|을/를} 호출하려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
