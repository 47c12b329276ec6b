import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '차단된 사용자의 세션이 계속 활동',
  why: '키나 비밀번호를 삭제해도 이미 발급된 세션은 종료되지 않고 최대 36시간 동안 유효합니다. 이유가 있어 차단한 사람이 아직 내부에 있습니다.',
  fix: '지금 이전의 세션을 모두 거부하는 정책(aws:TokenIssueTime) 또는 AWSDenyAll을 사용자에 연결하고, 사용자는 그 후에 삭제하세요. 그 이후 세션이 한 일을 확인하세요.',
  messages: {
    stillIn:
      '{by|으로/로} 접근이 차단된 뒤에도 {user|이/가} 그 이전의 세션으로 {ip}에서 계속 AWS를 호출했습니다.',
  },
} satisfies RuleTranslation;
