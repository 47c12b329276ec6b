import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '디렉터리의 신뢰 대상 또는 사용 주체 변경',
  why: '신뢰하는 도메인의 사용자, 인증서 보유자, 다른 계정의 구성원은 디렉터리 사용자와 똑같이 Identity Center, WorkSpaces, 디렉터리가 주는 역할에 로그인합니다.',
  fix: '변경 요청에 도메인, 계정, 인증서가 적혀 있는지 확인하세요. 아니라면 신뢰, 공유, 인증서를 삭제하세요.',
  messages: {
    trust: {
      done: '{actor|이/가} 디렉터리 {resource|와/과} {other}의 신뢰 관계를 설정했습니다({eventName} {direction}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 신뢰 대상 또는 사용 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    forwarder: {
      done: '{actor|이/가} {other}에 대한 디렉터리 {resource}의 이름 조회를 다른 곳으로 보냈습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 신뢰 대상 또는 사용 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    shared: {
      done: '{actor|이/가} 디렉터리 {resource|을/를} 계정 {other}에 공유했습니다.',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 신뢰 대상 또는 사용 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    accepted: {
      done: '{actor|이/가} 다른 계정이 공유한 디렉터리 {resource|을/를} 수락했습니다.',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 신뢰 대상 또는 사용 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    certificate: {
      done: '{actor|이/가} 디렉터리 {resource|이/가} 사람이나 서버를 확인하는 인증서를 등록했습니다({certificateType}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 신뢰 대상 또는 사용 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    application: {
      done: '{actor|이/가} 애플리케이션이나 서비스가 디렉터리 {resource|을/를} 사용하게 했습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 신뢰 대상 또는 사용 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
