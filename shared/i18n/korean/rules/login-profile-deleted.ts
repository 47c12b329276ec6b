import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자의 콘솔 비밀번호 삭제',
  why: '대부분은 퇴사 처리입니다. 그러나 공격자는 이 방법으로 계정 소유자를 쫓아내고, 자신이 만든 비밀번호의 흔적을 지우기도 합니다.',
  fix: '삭제한 사람이 업무로 한 것인지, 같은 시간대에 다른 사용자의 비밀번호도 삭제되었는지 확인하세요.',
  messages: {
    deleted: '{actor|이/가} {sourceIp}에서 {user}의 콘솔 비밀번호를 삭제했습니다.',
  },
} satisfies RuleTranslation;
