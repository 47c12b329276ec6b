import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 액세스 키 생성',
  why: '이 키는 MFA 없이 어디서나, 영원히, 계정의 모든 것을 할 수 있습니다. 계정의 어떤 정책으로도 제한할 수 없습니다.',
  fix: '루트로 로그인해 키를 삭제하세요. 조직의 누구도 만들지 않았다면 루트가 탈취된 것입니다. 비밀번호와 MFA를 바꾸고 그 이후 키로 호출한 내역을 확인하세요.',
  messages: {
    created: {
      done: '{sourceIp}에서 계정 {account}의 루트 사용자 액세스 키가 생성되었습니다.',
      tried:
        '계정 {account}의 루트 사용자가 {sourceIp}에서 자신의 액세스 키를 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
