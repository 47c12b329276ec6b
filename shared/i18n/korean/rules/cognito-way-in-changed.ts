import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Cognito 풀의 진입 경로 추가 또는 약화',
  why: '자격 증명 공급자를 추가한 사람은 애플리케이션의 어떤 사용자로든 로그인할 수 있고, 그룹에 역할을 주거나 태그를 매핑한 사람은 구성원에게 그 역할의 AWS 권한을 줍니다.',
  fix: '애플리케이션 담당자에게 공급자, 역할, 설정을 확인하세요. 아니라면 되돌리고, 이를 통해 누가 로그인했는지 확인하세요.',
  messages: {
    provider: {
      done: '{actor|이/가} Cognito 풀 {resource}의 자격 증명 공급자 {name|을/를} 설정했습니다({eventName}).',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    role: {
      done: '{actor|이/가} Cognito 풀 {resource}의 그룹 {name}에 역할 {role|을/를} 부여했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    tags: {
      done: '{actor|이/가} Cognito 풀 {resource}에서 사용자의 어떤 속성이 AWS 세션 태그가 되는지 변경했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    import: {
      done: '{actor|이/가} Cognito 풀 {resource}에 사용자를 가져왔습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    weakened: {
      done: '{actor|이/가} Cognito 풀 {resource}의 로그인을 약화시켰습니다({eventName}).',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    client: {
      done: '{actor|이/가} Cognito 풀 {resource}의 클라이언트 {name|이/가} 비밀번호를 평문으로 받게 했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    secret: {
      done: '{actor|이/가} Cognito 풀 {resource}의 클라이언트 {name}에 시크릿을 추가했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 진입 경로를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
