import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'S3 Browser로 IAM 사용자 또는 액세스 키 생성',
  why: '탈취한 계정에서 코인을 채굴하는 공격 그룹 GUI-vil은 S3 Browser로 새 사용자를 만들거나 기존 사용자의 키를 추가해 백도어로 씁니다.',
  fix: '호출자의 액세스 키를 비활성화하고 생성된 것을 삭제한 뒤, 그 이후의 콘솔 비밀번호와 대형 EC2 인스턴스를 찾으세요.',
  messages: {
    userCreated: {
      done: '{actor|이/가} {sourceIp}에서 S3 Browser로 IAM 사용자 {user|을/를} 생성했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 S3 Browser로 IAM 사용자 {user|을/를} 생성하려 했으나 실패했습니다.',
    },
    keyCreated: {
      done: '{actor|이/가} {sourceIp}에서 S3 Browser로 {user}의 액세스 키를 생성했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 S3 Browser로 {user}의 액세스 키를 생성하려 했으나 실패했습니다.',
    },
  },
} satisfies RuleTranslation;
