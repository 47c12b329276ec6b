import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '한 시간 안에 사용자의 MFA 장치 교체',
  why: '자신의 두 번째 인증 수단을 등록한 공격자는 MFA를 요구하는 모든 정책을 통과하며, 비밀번호가 바뀐 뒤에도 계속 통과합니다.',
  fix: '다른 연락 수단으로 사용자에게 새 장치가 본인의 것인지 확인하세요. 아니라면 장치를 비활성화하고 비밀번호를 새로 설정하고 액세스 키를 비활성화한 뒤, 호출자가 세션을 어떻게 얻었는지 확인하세요.',
  messages: {
    byOther:
      '{remover|이/가} 이전 장치를 제거한 지 {minutes}분 안에 {registrar|이/가} {ip}에서 {user}의 MFA 장치를 등록했습니다.',
    elsewhere:
      '{user|이/가} {removedFrom}에서 자신의 MFA 장치를 제거하고, {minutes}분 안에 {ip}에서 다른 장치를 등록했습니다.',
    sameAddress:
      '{remover|이/가} {user}의 MFA 장치를 제거했고, {minutes}분 안에 같은 주소에서 {user|이/가} 다른 장치를 등록했습니다: {ip}.',
  },
} satisfies RuleTranslation;
