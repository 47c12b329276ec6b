import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다수의 시크릿 조회 거부',
  why: '누군가 시크릿용이 아닌 자격 증명으로 시크릿을 하나씩 시도하고 있습니다.',
  fix: '역할 또는 사용자의 담당자에게 확인하세요. 아무도 모른다면 자격 증명을 회수하고 실제로 읽을 수 있었던 시크릿을 확인하세요.',
  messages: {
    refused: '{actor}의 시크릿 조회가 하루 동안 {count}회 거부되었습니다({secret} 포함).',
  },
} satisfies RuleTranslation;
