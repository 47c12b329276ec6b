import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 주체의 관리형 정책 연결',
  why: '정책 연결은 권한을 부여하는 방법입니다. 이 호출자는 최근 일주일 동안 이 자격 증명에 정책을 연결한 적이 없습니다.',
  fix: '변경 요청에 자격 증명과 정책이 적혀 있는지 확인하세요. 아니라면 정책 연결을 해제하세요.',
  messages: {
    attached:
      '{actor|이/가} {holderKind} {holder}에 {policy} 정책을 연결했습니다. 최근 일주일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
