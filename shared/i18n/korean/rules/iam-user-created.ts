import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 사용자 생성',
  why: '사용자의 자격 증명은 만료되지 않습니다. 공격자는 서비스처럼 보이는 이름으로 사용자를 만들어 재침입에 이용합니다.',
  fix: '사용자를 만든 사람에게 용도를 확인하세요. 대부분은 역할이나 Identity Center로 충분합니다. 아무도 모른다면 액세스 키와 비밀번호를 삭제한 뒤 사용자를 삭제하세요.',
  messages: {
    created: {
      done: '{actor|이/가} {sourceIp}에서 사용자 {user|을/를} 생성했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 사용자 {user|을/를} 생성하려 했으나 AWS가 거부했습니다.',
    },
    unwanted: {
      done: '{actor|이/가} {sourceIp}에서 IAM 사용자가 없어야 하는 계정 {account}에 사용자 {user|을/를} 생성했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 IAM 사용자가 없어야 하는 계정 {account}에 사용자 {user|을/를} 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
