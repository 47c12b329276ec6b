import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 콘솔 비밀번호 허용',
  why: '조직의 계정은 루트 비밀번호 없이도 운영할 수 있습니다. 비밀번호를 되살리면 루트 메일함을 읽는 사람이 비밀번호 복구로 계정을 가져갈 수 있습니다.',
  fix: '루트만 할 수 있는 작업 중이 아니라면 관리 계정의 중앙 루트 액세스에서 로그인 프로필을 다시 삭제하고, 누가 루트 메일함을 읽을 수 있는지 확인하세요.',
  messages: {
    created: {
      done: '{sourceIp}에서 계정 {account}의 루트 사용자 콘솔 비밀번호가 생성되거나 허용되었습니다.',
      tried:
        '계정 {account}의 루트 사용자 세션이 {sourceIp}에서 루트 콘솔 비밀번호를 만들려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
