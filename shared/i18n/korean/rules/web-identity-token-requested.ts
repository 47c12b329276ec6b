import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '외부 서비스용 서명 토큰 첫 요청',
  why: '토큰은 다른 클라우드나 서비스에 소지자가 이 주체임을 증명합니다. 침입자는 이것을 가져가 AWS가 아무것도 기록하지 않는 곳에 들어갑니다.',
  fix: '애플리케이션이 그 서비스에 접근하는지 확인하세요. 아니라면 역할 세션을 취소하고 대상 서비스의 담당자에게 알리세요.',
  messages: {
    requested: '{actor|이/가} 최근 한 달 동안 처음으로 {audience}용 서명 토큰을 요청했습니다.',
  },
} satisfies RuleTranslation;
