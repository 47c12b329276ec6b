import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 네트워크에서 액세스 키 사용',
  why: '키는 어디에서나 동작합니다. 유출되면, 주운 사람의 첫 호출은 소유자가 쓴 적 없는 네트워크에서 옵니다.',
  fix: '키 소유자에게 사용 위치가 바뀌었는지 확인하세요. 아니라면 키를 비활성화하고 새 네트워크에서 호출한 내역을 확인하세요.',
  messages: {
    firstFrom:
      '{actor}의 액세스 키 {accessKeyId|이/가} 최근 {days}일 동안 쓰인 적 없는 {sourceIp}({origin})에서 사용되었습니다: {eventName}.',
  },
} satisfies RuleTranslation;
