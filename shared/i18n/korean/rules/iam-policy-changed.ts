import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 정책 변경',
  why: '심사원은 모든 권한 변경의 목록을 요구합니다. 이것이 그 목록입니다.',
  fix: '즉시 할 일은 없습니다. 목록을 변경 요청과 대조하세요.',
  messages: {
    changed: '{actor|이/가} 허용 범위를 변경했습니다: {resource}에 대한 {eventName}.',
  },
} satisfies RuleTranslation;
