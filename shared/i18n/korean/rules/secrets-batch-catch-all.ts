import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '호출 한 번으로 모든 시크릿 요청',
  why: '이 호출에는 필터가 필요한데, 아무것도 갖고 있지 않은 태그를 제외하는 필터를 썼습니다. 즉 리전의 모든 시크릿을 뜻합니다. 공격 도구는 이렇게 요청하고, 프로그램은 필요한 것만 지정합니다.',
  fix: '호출자의 자격 증명을 회수하세요. 호출자가 읽을 수 있던 리전의 모든 시크릿을 교체하세요. 각각에 대한 GetSecretValue 이벤트가 CloudTrail에 있습니다.',
  messages: {
    all: {
      done: '{actor|이/가} {region}의 모든 시크릿을 Secrets Manager에 요청했습니다(태그 {values|이/가} 없는 시크릿).',
      tried:
        '{actor|이/가} {region}의 모든 시크릿을 Secrets Manager에 요청하려 했으나(태그 {values|이/가} 없는 시크릿) 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
