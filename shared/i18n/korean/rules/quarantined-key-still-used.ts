import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS가 유출로 격리한 액세스 키의 사용',
  why: 'AWS가 공개된 곳에서 키를 발견해 일부 호출을 막았지만 나머지는 여전히 동작하며, 누군가 호출하고 있습니다. 아직 모르는 소유자이거나 키를 주운 사람입니다.',
  fix: '지금 사용자의 키를 비활성화하고, 소프트웨어에 필요하면 새 키를 만드세요. 그런 다음 호출 주소를 소유자의 주소와 비교하고, 다른 곳에서 수행된 작업을 되돌리세요.',
  messages: {
    used: 'AWS가 키 유출로 {user|을/를} 격리한 지 하루 안에 {user}의 액세스 키 {accessKeyId|이/가} {ip}에서 사용되었습니다.',
  },
} satisfies RuleTranslation;
