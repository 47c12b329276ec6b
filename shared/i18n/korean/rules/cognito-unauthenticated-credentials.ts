import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '로그인하지 않은 방문자에게 AWS 자격 증명 발급',
  why: '페이지나 앱에 적혀 있는 자격 증명 풀 ID를 아는 사람은 게스트 역할의 자격 증명을 받습니다. 이 역할이 페이지에 필요한 것보다 많이 읽을 수 있는 경우가 많습니다.',
  fix: '풀의 게스트 역할이 허용하는 것을 확인해 줄이거나 게스트 액세스를 끄세요. 아무도 모르는 풀이라면 누가 요청했는지 찾으세요.',
  messages: {
    given:
      '자격 증명 풀 {pool|이/가} {sourceIp}의 로그인하지 않은 방문자에게 AWS 자격 증명을 발급했습니다. 최근 일주일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
