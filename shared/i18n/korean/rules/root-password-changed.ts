import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 비밀번호 변경',
  why: '비밀번호를 바꾼 사람은 이전 비밀번호를 관리하던 사람들을 차단하고 계정을 갖게 됩니다.',
  fix: '루트 비밀번호 관리자에게 본인이 바꿨는지 확인하세요. 아니라면 지금 루트 메일함에서 비밀번호 복구를 시작하고 AWS Support에 연락하세요.',
  messages: {
    changed: '{sourceIp}에서 계정 {account}의 루트 사용자 비밀번호가 변경되었습니다.',
  },
} satisfies RuleTranslation;
