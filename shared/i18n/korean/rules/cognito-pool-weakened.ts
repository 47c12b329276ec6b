import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Cognito 풀을 미인증 사용자에 개방하거나 MFA 해제',
  why: '미인증 사용자를 허용하는 자격 증명 풀은 풀 ID를 아는 모든 사람에게 AWS 자격 증명을 줍니다. 기본(classic) 흐름은 AWS가 그런 세션에 두는 제한 없이 줍니다.',
  fix: '필요 없는 것은 끄세요. 게스트가 필요한 경우 게스트 역할이 거의 아무것도 허용하지 않는지 확인하세요.',
  messages: {
    unauthenticatedRole: {
      done: '{actor|이/가} Cognito 풀 {resource}의 미인증 사용자에게 역할 {role|을/를} 부여했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}의 미인증 사용자에게 역할 {role|을/를} 부여하려 했으나 AWS가 거부했습니다.',
    },
    unauthenticated: {
      done: '{actor|이/가} Cognito 풀 {resource|을/를} 미인증 사용자에게 개방했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource|을/를} 미인증 사용자에게 개방하려 했으나 AWS가 거부했습니다.',
    },
    classicFlow: {
      done: '{actor|이/가} Cognito 풀 {resource}에서 기본(classic) 흐름을 허용했습니다.',
      tried:
        '{actor|이/가} Cognito 풀 {resource}에서 기본(classic) 흐름을 허용하려 했으나 AWS가 거부했습니다.',
    },
    mfaOff: {
      done: '{actor|이/가} Cognito 사용자 풀 {resource}의 MFA를 껐습니다.',
      tried: '{actor|이/가} Cognito 사용자 풀 {resource}의 MFA를 끄려 했으나 AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} Cognito 풀을 변경했습니다({eventName}). 변경 내용은 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} Cognito 풀을 변경하려 했으나({resource}에 대한 {eventName}) AWS가 거부했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
