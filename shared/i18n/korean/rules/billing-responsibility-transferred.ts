import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직의 요금 청구 책임 이전',
  why: '청구를 넘겨받은 주체는 모든 계정이 무엇에 얼마를 쓰는지 보고 가격을 정할 수 있습니다. 이전을 종료한 주체는 예상하지 못한 계정에 청구를 돌려보냅니다.',
  fix: '재무 담당자에게 확인하세요. 아무도 요청하지 않았다면 초대를 취소하거나 이전에서 철회하세요.',
  messages: {
    invited: {
      done: '{actor|이/가} {target}에 청구 책임을 넘기도록 초대했습니다.',
      tried: '{actor|이/가} 청구 책임을 넘기도록 초대하려 했으나 AWS가 거부했습니다.',
    },
    ended: {
      done: '{actor|이/가} 청구 책임 이전 {target|을/를} 종료했습니다.',
      tried: '{actor|이/가} 청구 책임 이전을 종료하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
