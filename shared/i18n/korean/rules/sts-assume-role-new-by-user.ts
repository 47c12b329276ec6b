import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자의 첫 역할 수임',
  why: '사용자의 키를 훔친 사람은 어떤 역할이 열리는지 시도합니다. 이 사용자는 최근 5일 동안 이 역할을 수임한 적이 없습니다.',
  fix: '사용자가 모르는 일이라면 키를 비활성화하고 역할 세션을 취소한 뒤 한 일을 확인하세요.',
  messages: {
    assumed: '사용자 {user|이/가} 역할 {role|을/를} 수임했습니다. 최근 5일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
