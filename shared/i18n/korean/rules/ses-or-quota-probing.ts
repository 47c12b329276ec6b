import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '여러 리전의 인스턴스 또는 메일 한도 조회',
  why: '훔친 키를 거래하는 사람은 키의 가치부터 확인합니다. 리전마다 채굴용 서버를 몇 대 시작할 수 있는지, 메일을 얼마나 보낼 수 있는지 조회합니다.',
  fix: '소유자가 실행한 것이 아니라면 자격 증명을 회수하세요. 모든 리전에서 새 인스턴스와 메일 자격 증명을 찾으세요.',
  messages: {
    quota: {
      done: '{actor|이/가} {count}개 리전에서 시작할 수 있는 인스턴스 수를 조회했습니다.',
      tried:
        '{actor|이/가} {count}개 리전에서 시작할 수 있는 인스턴스 수를 조회하려 했고, 마지막 호출은 성공하지 못했습니다.',
    },
    mail: {
      done: '{actor|이/가} {count}개 리전에서 보낼 수 있는 메일 양을 조회했습니다.',
      tried:
        '{actor|이/가} {count}개 리전에서 보낼 수 있는 메일 양을 조회하려 했고, 마지막 호출은 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
