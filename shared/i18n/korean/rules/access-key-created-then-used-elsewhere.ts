import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '새 액세스 키가 곧바로 다른 네트워크에서 사용됨',
  why: '콘솔 세션을 탈취한 공격자가 키를 만들어 자신의 장비에서 이어 가거나, 새 키가 한 시간 안에 저장소 등을 통해 유출된 것입니다. 어느 쪽이든 다른 곳의 누군가가 키를 갖고 있습니다.',
  fix: '소유자에게 키를 어디에서 쓰기로 했는지 확인하세요. 그곳이 아니라면 키를 비활성화하고 호출 내역을 확인한 뒤, 키를 만든 주체의 자격 증명을 유출된 것으로 처리하세요.',
  messages: {
    used: '{user}의 액세스 키 {accessKeyId|이/가} {madeFrom}에서 생성된 뒤 한 시간 안에 {usedFrom}에서 사용되었습니다.',
  },
} satisfies RuleTranslation;
