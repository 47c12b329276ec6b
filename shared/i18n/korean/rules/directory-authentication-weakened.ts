import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '디렉터리의 사용자 인증 약화',
  why: 'MFA나 스마트 카드가 없으면 비밀번호로 충분하고, 타인의 RADIUS 서버는 모든 코드에 맞다고 답하며, 보안 로그가 없으면 누가 로그인했는지 아무도 모릅니다.',
  fix: 'MFA, 스마트 카드, LDAPS, 로그를 되돌리세요. RADIUS 서버의 주소를 확인하고 그동안 누가 로그인했는지 확인하세요.',
  messages: {
    mfa: {
      done: '{actor|이/가} 디렉터리 {resource}의 MFA를 변경하거나 껐습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 사용자 인증 방식을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    check: {
      done: '{actor|이/가} 디렉터리 {resource}의 인증 검사를 껐습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 사용자 인증 방식을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    log: {
      done: '{actor|이/가} 디렉터리 {resource}의 보안 로그를 중지했습니다.',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 사용자 인증 방식을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    settings: {
      done: '{actor|이/가} 디렉터리 {resource|이/가} 오래된 암호 방식이나 프로토콜을 허용하게 했습니다.',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 사용자 인증 방식을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    content: {
      done: '{actor|이/가} 디렉터리 {resource}의 내용을 교체하거나 확장했습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 사용자 인증 방식을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
