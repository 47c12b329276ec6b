import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 연락처 조회',
  why: '계정 책임자의 이름, 전화번호, 이메일 주소입니다. AWS Support에 소유자인 척하려는 사람에게 필요한 정보입니다.',
  fix: '호출자에게 확인하세요. 아무도 모른다면 또 무엇이 조회되었는지, 연락처가 변경되었는지(account-contact-changed) 확인하세요.',
  messages: {
    read: {
      done: '{actor|이/가} 계정 {target}의 연락처를 조회했습니다({eventName}).',
      tried: '{actor|이/가} 계정 {target}의 연락처를 조회하려 했으나({eventName}) 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
