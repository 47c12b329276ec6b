import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '수개월간 사용되지 않던 액세스 키 사용',
  why: '석 달 동안 쓰이지 않은 키는 백업, 오래된 저장소, 퇴사자의 노트북에 남아 있습니다. 그 키를 다시 쓰는 사람은 소유자가 아닌 경우가 많습니다.',
  fix: '소유자에게 확인하세요. 아무도 예상하지 못한 호출이라면 키를 비활성화하고 호출 내역을 확인한 뒤, 키가 보관되어 있던 곳을 찾으세요.',
  messages: {
    woke: '최소 {days}일 동안 사용되지 않던 {actor}의 액세스 키 {accessKeyId|이/가} {sourceIp}에서 {eventName} 호출에 사용되었습니다.',
  },
} satisfies RuleTranslation;
