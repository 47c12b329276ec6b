import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Identity Center의 사용자, 멤버십, 비밀번호 또는 MFA 장치 변경',
  why: '새 사용자, 관리자 그룹의 새 멤버, 재설정된 비밀번호, 새 MFA 장치는 할당된 모든 계정의 문을 엽니다.',
  fix: '변경한 사람에게 확인하세요. 아무도 한 적이 없다면 Identity Center에서 사용자를 비활성화하고 세션을 종료한 뒤 계정에서 한 일을 확인하세요.',
  messages: {
    user: {
      done: '{actor|이/가} IAM Identity Center에서 사용자 {userId|을/를} 생성하거나 활성화했습니다.',
      tried:
        '{actor|이/가} IAM Identity Center에서 사용자를 생성하거나 활성화하려 했으나 AWS가 거부했습니다.',
    },
    member: {
      done: '{actor|이/가} IAM Identity Center에서 {userId|을/를} 그룹 {groupId}에 추가했습니다.',
      tried: '{actor|이/가} IAM Identity Center에서 그룹에 멤버를 추가하려 했으나 AWS가 거부했습니다.',
    },
    password: {
      done: '{actor|이/가} IAM Identity Center에서 사용자 {userId}의 비밀번호를 설정했습니다.',
      tried: '{actor|이/가} IAM Identity Center에서 비밀번호를 설정하려 했으나 AWS가 거부했습니다.',
    },
    attributes: {
      done: '{actor|이/가} IAM Identity Center에서 사용자 {userId}의 이름 또는 속성을 변경했습니다({eventName}).',
      tried: '{actor|이/가} IAM Identity Center에서 사용자의 속성을 변경하려 했으나 AWS가 거부했습니다.',
    },
    mfa: {
      done: '{actor|이/가} IAM Identity Center에서 사용자 {userId}의 MFA 장치를 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center에서 사용자의 MFA 장치를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
