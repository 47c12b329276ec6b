import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS 호출로 디렉터리의 사용자, 그룹 또는 비밀번호 변경',
  why: '이 호출을 할 수 있는 주체는 도메인 비밀번호를 몰라도 관리자를 포함한 디렉터리의 누구든 차지하고, 그 사람이 AWS 안팎에서 할 수 있는 모든 것을 얻습니다.',
  fix: '계정의 당사자에게 확인하세요. 아무도 요청하지 않았다면 디렉터리에서 사용자를 비활성화하고 세션을 종료한 뒤 호출자에게서 이 권한을 회수하세요.',
  messages: {
    password: {
      done: '{actor|이/가} 디렉터리 {resource}에서 {name}의 비밀번호를 설정했습니다.',
      tried: '{actor|이/가} 디렉터리 {resource}에서 비밀번호를 설정하려 했으나 AWS가 거부했습니다.',
    },
    member: {
      done: '{actor|이/가} {member|을/를} 디렉터리 {resource}의 그룹 {group}에 추가했습니다.',
      tried: '{actor|이/가} 디렉터리 {resource}의 그룹에 멤버를 추가하려 했으나 AWS가 거부했습니다.',
    },
    created: {
      done: '{actor|이/가} 디렉터리 {resource}에 사용자 {name|을/를} 생성했습니다.',
      tried: '{actor|이/가} 디렉터리 {resource}에 사용자를 생성하려 했으나 AWS가 거부했습니다.',
    },
    changed: {
      done: '{actor|이/가} 디렉터리 {resource}의 {name|을/를} 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리 {resource}의 사용자나 그룹을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
