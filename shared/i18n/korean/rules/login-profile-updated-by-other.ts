import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 사용자의 콘솔 비밀번호 설정',
  why: '비밀번호를 설정한 사람은 그 사용자로 로그인해 모든 권한을 쓸 수 있고, 먼저 변경할 필요도 없습니다. 헬프데스크 권한에서 관리자로 올라가는 잘 알려진 경로입니다.',
  fix: '사용자에게 새 비밀번호를 요청했는지 확인하세요. 아니라면 로그인 시 변경해야 하는 비밀번호로 다시 설정하고, 그 이후의 로그인을 찾은 뒤 설정한 주체의 자격 증명을 유출된 것으로 처리하세요.',
  messages: {
    updated: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 콘솔 비밀번호를 설정했습니다. 로그인 시 변경은 요구하지 않았습니다.',
      tried: '{actor|이/가} {sourceIp}에서 {user}의 콘솔 비밀번호를 설정하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
