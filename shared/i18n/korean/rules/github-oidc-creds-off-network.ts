import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 네트워크에서 GitHub 워크플로 자격 증명 사용',
  why: '러너에게 발급된 자격 증명을 다른 누군가가 쓰고 있습니다. 악성 액션이나 의존성이 내보낸 것입니다. 남은 한 시간, 길게는 12시간 동안 유효합니다.',
  fix: '역할 세션을 취소하고 워크플로를 중지한 뒤 실행된 액션과 의존성을 확인하세요. 액션을 커밋에 고정하세요.',
  messages: {
    used: 'GitHub의 {issuedTo|이/가} 받은 역할 {role}의 자격 증명이 {usedFrom}({usedAddress})에서 사용되었습니다.',
  },
} satisfies RuleTranslation;
