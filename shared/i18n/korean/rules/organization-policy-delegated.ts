import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직 정책 관리 위임',
  why: '정책에 지정된 계정은 아무도 보지 않는 곳에서 조직을 읽거나 서비스 제어 정책을 변경할 수 있습니다. 모든 계정의 가드레일을 없앨 수 있습니다.',
  fix: '정책을 확인하세요. 삭제하거나, 보안 팀의 계정과 필요한 작업만 남기세요.',
  messages: {
    delegated: {
      done: '{actor|이/가} 리소스 정책으로 조직 관리를 {principals}에 위임했습니다.',
      tried: '{actor|이/가} 리소스 정책으로 조직 관리를 위임하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
