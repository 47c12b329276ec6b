import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '하나의 세션을 두 네트워크에서 동시에 사용',
  why: '임시 자격 증명은 한 장비의 한 프로그램을 위한 것입니다. 30분 안에 두 도시의 두 통신사에서 쓰였다면 노트북, 빌드 로그, 서버 등에서 복사된 것입니다.',
  fix: '주소를 소유자의 주소와 비교하세요. 역할의 세션을 종료하고(aws:TokenIssueTime으로 거부), 자격 증명이 유출된 곳을 찾으세요.',
  messages: {
    spread:
      '{actor}의 세션 {accessKeyId|이/가} {minutes}분 안에 {addresses}에서 사용되었습니다(도시: {cities}).',
  },
} satisfies RuleTranslation;
