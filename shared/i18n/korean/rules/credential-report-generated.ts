import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정의 IAM 전체를 처음 조회한 주체',
  why: '호출 하나로 모든 사용자, 키, 비밀번호 목록을, 또 다른 호출로 모든 정책을 얻을 수 있습니다. 다음 공격을 위한 지도입니다.',
  fix: '호출자에게 확인하세요. 사용 중인 감사 도구가 아니고 아무도 모른다면 세션을 종료하고 이후 호출을 확인하세요.',
  messages: {
    read: '{actor|이/가} {sourceIp}에서 {eventName|을/를} 호출했습니다. 최근 {days}일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
