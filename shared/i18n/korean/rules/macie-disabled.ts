import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Macie 비활성화 또는 탐지 회피 설정',
  why: '어떤 버킷에 개인정보가 있는지, 어떤 버킷이 공개되었는지 더 이상 아무도 통보받지 못합니다. 데이터 유출을 준비하는 행위입니다.',
  fix: 'Macie를 다시 활성화하고 출처를 모르는 필터를 삭제한 뒤, 그 이후 민감한 버킷을 누가 읽었는지 확인하세요.',
  messages: {
    weakened: {
      done: '{actor|이/가} {region}의 Macie를 약화시켰습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Macie를 약화시키려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
