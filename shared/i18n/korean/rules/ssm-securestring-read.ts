import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다수의 파라미터 복호화 조회',
  why: 'SecureString 파라미터는 비밀번호와 키입니다. 프로그램은 자신의 것만 읽습니다. 10분 안에 서로 다른 30개, 또는 전체를 한 번에 읽는 것은 수집입니다.',
  fix: '누가 실행했는지 확인하세요. 아무도 아니라면 자격 증명을 회수하고 읽힌 값을 교체하세요.',
  messages: {
    collected: '{actor|이/가} 10분 안에 서로 다른 파라미터 {count}개를 복호화해 조회했습니다.',
    all: '{actor|이/가} {region}의 모든 파라미터를 복호화해 조회했습니다.',
  },
} satisfies RuleTranslation;
