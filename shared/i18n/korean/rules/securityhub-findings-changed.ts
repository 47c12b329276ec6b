import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Security Hub 결과 숨김, 해결 또는 보관 처리',
  why: '숨기거나 해결 처리한 결과는 모든 대시보드에서 사라집니다. 공격자가 보안 팀의 시야에서 자신의 흔적을 지우는 방법입니다.',
  fix: '호출자 이름으로 결과를 검색해 아무도 처리하지 않은 결과를 다시 여세요.',
  messages: {
    closed: {
      done: '{actor|이/가} {region}의 Security Hub 결과를 숨김, 해결 또는 보관 처리했습니다.',
      tried: '{actor|이/가} {region}의 Security Hub 결과를 변경하려 했으나 AWS가 거부했습니다.',
    },
    insight: {
      done: '{actor|이/가} {region}의 Security Hub 인사이트를 변경하거나 삭제했습니다({eventName}).',
      tried:
        '{actor|이/가} {region}의 Security Hub 인사이트를 변경하거나 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
