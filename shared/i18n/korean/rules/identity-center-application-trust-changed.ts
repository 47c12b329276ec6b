import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Identity Center 애플리케이션의 토큰 발급 방식 변경',
  why: '새 리디렉션 주소, 토큰 발급자, 범위, 호출자는 다른 누군가가 애플리케이션을 쓰는 모든 사람의 이름으로 토큰을 모으고 AWS 서비스에서 대신 행동하게 합니다.',
  fix: '리디렉션 주소, 발급자, 애플리케이션 정책을 담당자가 아는 내용과 비교하세요. 되돌리고, 그동안 로그인한 사람들의 세션을 종료하세요.',
  messages: {
    grant: {
      done: '{actor|이/가} 애플리케이션 {resource|이/가} 토큰을 받는 방식을 변경했습니다({what}).',
      tried: '{actor|이/가} 애플리케이션이 토큰을 받는 방식을 변경하려 했으나 AWS가 거부했습니다.',
    },
    scope: {
      done: '{actor|이/가} 애플리케이션 {resource}에 범위 {what|을/를} 부여했습니다.',
      tried: '{actor|이/가} 애플리케이션에 범위를 부여하려 했으나 AWS가 거부했습니다.',
    },
    authentication: {
      done: '{actor|이/가} 애플리케이션 {resource|으로/로} 행동할 수 있는 주체를 변경했습니다({what}).',
      tried: '{actor|이/가} 애플리케이션으로 행동할 수 있는 주체를 변경하려 했으나 AWS가 거부했습니다.',
    },
    metadata: {
      done: '{actor|이/가} 애플리케이션 {resource}의 서비스 공급자 메타데이터를 가져왔습니다.',
      tried: '{actor|이/가} 서비스 공급자 메타데이터를 가져오려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
