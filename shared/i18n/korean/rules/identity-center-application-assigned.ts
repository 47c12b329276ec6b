import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center를 통한 애플리케이션 할당',
  why: '애플리케이션은 로그인한 사람을 대신해 메일, 티켓, Redshift나 S3의 데이터를 다룹니다. 할당을 요구하지 않는 애플리케이션에는 디렉터리의 모두가 들어올 수 있습니다.',
  fix: '변경 요청에 사람과 애플리케이션이 적혀 있는지 확인하세요. 아니라면 할당을 삭제하거나 다시 할당을 요구하게 하세요.',
  messages: {
    assigned: {
      done: '{actor|이/가} {principal}에 애플리케이션 {resource|을/를} 할당했습니다({eventName}).',
      tried: '{actor|이/가} 애플리케이션을 할당하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    everybody: {
      done: '{actor|이/가} 할당 여부와 관계없이 디렉터리의 모두에게 애플리케이션 {resource|을/를} 개방했습니다.',
      tried:
        '{actor|이/가} 애플리케이션 {resource|을/를} 사용할 수 있는 사람을 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
