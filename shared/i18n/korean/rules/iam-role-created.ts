import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 역할 생성',
  why: '새 역할의 목록은 접근 권한 검토의 출발점입니다.',
  fix: '즉시 할 일은 없습니다. 목록을 배포 내역과 대조하세요.',
  messages: {
    created: '{actor|이/가} 역할 {role|을/를} 생성했습니다.',
  },
} satisfies RuleTranslation;
