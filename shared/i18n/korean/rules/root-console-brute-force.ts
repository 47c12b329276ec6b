import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자 비밀번호 추측',
  why: '누군가 어떤 정책으로도 제한되지 않는 사용자의 비밀번호를 시도하고 있습니다. 실패 뒤의 로그인은 추측이 맞았다는 뜻이며, 그때부터 계정은 추측한 사람의 것입니다.',
  fix: '로그인에 성공했는데 루트 관리자가 아니라면 지금 루트 비밀번호와 이메일 비밀번호를 바꾸고, 루트 액세스 키를 삭제하고, 로그아웃한 뒤 루트가 한 일을 되돌리세요. 아니라면 루트에 MFA와 긴 비밀번호가 있는지 확인하거나 멤버 계정의 루트 비밀번호를 없애세요.',
  messages: {
    guessed:
      '계정 {account}의 루트 사용자 로그인이 {minutes}분 안에 {failures}회 실패했습니다. 마지막 시도는 {sourceIp}에서 있었습니다.',
    entered:
      '한 시간 안에 {failures}회 실패한 뒤 누군가 {from}에서 계정 {account}의 루트 사용자로 로그인했습니다.',
  },
} satisfies RuleTranslation;
