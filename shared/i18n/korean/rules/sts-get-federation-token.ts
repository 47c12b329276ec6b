import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '페더레이션 토큰 첫 발급',
  why: '페더레이션 세션은 최대 36시간 유효하고, 만든 키를 삭제해도 살아남으며, 콘솔을 엽니다. 쓰는 회사는 드물고, 침입자는 남기 위해 씁니다.',
  fix: '아무도 모른다면 사용자에 모든 것을 거부하는 정책을 연결하세요. 이미 만들어진 세션에도 적용됩니다. 키 삭제는 적용되지 않습니다.',
  messages: {
    taken: {
      done: '{actor|이/가} {session}이라는 이름의 페더레이션 토큰을 발급받았습니다. 최근 10일 동안 처음입니다.',
      tried: '{actor|이/가} 최근 10일 동안 처음으로 페더레이션 토큰을 발급받으려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
