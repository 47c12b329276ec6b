import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '콘솔 밖에서 세션 토큰으로 MFA 장치 등록',
  why: '임시 토큰을 훔친 공격자는 사용자에 자신의 장치를 등록하고, 그때부터 토큰이 만료된 뒤에도 MFA를 요구하는 모든 정책을 통과합니다.',
  fix: '사용자에게 본인의 장치인지 확인하세요. 아니라면 아래 명령으로 비활성화한 뒤 비밀번호와 액세스 키를 재설정하세요.',
  messages: {
    registered: '{actor|이/가} {sourceIp}에서 세션 토큰으로 {user}의 MFA 장치 {device|을/를} 등록했습니다.',
  },
} satisfies RuleTranslation;
