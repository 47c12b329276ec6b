import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할 생성 후 관리자 권한 부여',
  why: '외부인의 계정이 신뢰할 수 있고 무엇이든 할 수 있는 새 역할은, 사용자와 키를 모두 바꿔도 살아남는 백도어입니다.',
  fix: '역할이 누구를 신뢰하는지 확인하세요. 변경 요청에 없다면 정책을 해제하고 역할 세션을 취소한 뒤 누가 만들었는지 확인하세요.',
  messages: {
    byOne: '{creator|이/가} 역할 {role|을/를} 생성하고 {minutes}분 안에 관리자로 만들었습니다({policy}).',
    byTwo:
      '{creator|이/가} 역할 {role|을/를} 생성했고, {minutes}분 안에 {raiser|이/가} 관리자로 만들었습니다({policy}).',
  },
} satisfies RuleTranslation;
