import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Bedrock API 키용 사용자에 액세스 키 또는 비밀번호 추가',
  why: '이 사용자는 API 키 하나를 위해서만 존재합니다. 액세스 키나 비밀번호가 생기면 아무도 모르는 일반 사용자가 되어, 부여된 모든 권한을 가진 조용한 재침입 통로가 됩니다.',
  fix: '액세스 키나 로그인 프로필을 삭제하고, 누가 추가했는지 확인한 뒤 그 이후 사용자의 호출 내역을 살펴보세요.',
  messages: {
    keyAdded: {
      done: '{actor|이/가} {sourceIp}에서 Bedrock API 키용으로 만들어진 사용자 {user}에 액세스 키를 추가했습니다.',
      tried:
        '{actor|이/가} Bedrock API 키용으로 만들어진 사용자 {user}에 액세스 키를 추가하려 했으나 AWS가 거부했습니다.',
    },
    passwordSet: {
      done: '{actor|이/가} {sourceIp}에서 Bedrock API 키용으로 만들어진 사용자 {user}에 콘솔 비밀번호를 설정했습니다.',
      tried:
        '{actor|이/가} Bedrock API 키용으로 만들어진 사용자 {user}에 콘솔 비밀번호를 설정하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
