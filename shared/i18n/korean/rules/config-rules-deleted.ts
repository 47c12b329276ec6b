import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS Config 규칙 또는 수정 작업 삭제',
  why: '공격자의 다음 행동을 보고했을 점검이 사라졌고, 그 결과 이력도 함께 사라졌습니다.',
  fix: '담당자가 폐기한 것이 아니라면 템플릿으로 다시 만드세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} {region}의 AWS Config에서 {name|을/를} 삭제했습니다({eventName}).',
      tried:
        '{actor|이/가} {region}의 AWS Config에서 점검을 삭제하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
