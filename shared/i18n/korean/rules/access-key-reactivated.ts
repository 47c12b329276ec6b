import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '비활성 액세스 키 재활성화',
  why: '꺼 둔 옛 키는 잊힌 파일 속에 남아 있고, 그 키를 가진 사람은 이 호출 하나로 다시 쓸 수 있습니다. 몇 달 동안 쓰지 않은 키는 악용되어도 아무도 눈치채지 못합니다.',
  fix: '소유자에게 옛 키의 용도를 확인하세요. 다시 비활성화하고 삭제한 뒤, 필요하다면 새 키를 만드세요.',
  messages: {
    reactivated: '{actor|이/가} {sourceIp}에서 {user}의 액세스 키 {accessKeyId|을/를} 다시 활성화했습니다.',
    dormant:
      '{actor|이/가} {sourceIp}에서 {days}일 동안 사용되지 않은 {user}의 액세스 키 {accessKeyId|을/를} 다시 활성화했습니다.',
  },
} satisfies RuleTranslation;
