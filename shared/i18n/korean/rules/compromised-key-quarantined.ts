import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS가 유출된 액세스 키를 격리',
  why: 'AWS가 GitHub 등 공개된 곳에서 이 자격 증명의 키를 발견해 사용을 제한했습니다. 키가 비활성화된 것은 아니므로, 발견한 사람은 여전히 데이터 읽기 등 많은 작업을 할 수 있습니다.',
  fix: '지금 키를 비활성화하고, 유출 이후 호출 내역을 확인한 뒤 새 키를 만드세요. AWS가 연 지원 사례의 안내를 따르고, 그 후에만 격리 정책을 제거하세요.',
  messages: {
    quarantined: {
      done: '{actor|이/가} {target}에 유출 키 표시인 AWS의 {policy} 정책을 연결했습니다.',
      tried:
        'AWS에 따르면 {target}의 키가 유출되었습니다. {actor|이/가} {policy} 정책을 연결하려 했으나 실패했습니다.',
    },
  },
} satisfies RuleTranslation;
