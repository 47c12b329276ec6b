import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자의 MFA 장치 비활성화',
  why: '이제 비밀번호만으로 이 사용자에 로그인할 수 있습니다. 공격자는 자신이 설정했거나 알고 있는 비밀번호로 돌아오기 전에 두 번째 인증 수단을 제거합니다.',
  fix: '사용자에게 원한 것인지 확인하세요. 아니라면 비밀번호를 재설정하고 액세스 키를 비활성화한 뒤 장치를 잃은 다른 사용자가 있는지 확인하세요. 맞다면 오늘 새 장치를 등록하게 하세요.',
  messages: {
    own: {
      done: '{actor|이/가} {sourceIp}에서 자신의 MFA 장치를 비활성화했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 자신의 MFA 장치를 비활성화하려 했으나 AWS가 거부했습니다.',
    },
    other: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 MFA 장치를 비활성화했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 {user}의 MFA 장치를 비활성화하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
