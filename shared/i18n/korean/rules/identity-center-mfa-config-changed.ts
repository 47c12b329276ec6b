import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center의 MFA 설정 변경',
  why: '설정이 약해지면 비밀번호만 있고 두 번째 인증 수단이 없는 사람도 조직의 모든 계정에 들어올 수 있습니다.',
  fix: 'Identity Center의 설정, 인증에서 로그인할 때마다 MFA를 요구하도록 설정하세요. 그런 다음 그동안 누가 로그인했는지 확인하세요.',
  messages: {
    disabled: {
      done: '{actor|이/가} IAM Identity Center의 MFA를 껐습니다.',
      tried: '{actor|이/가} IAM Identity Center의 MFA를 끄려 했으나 AWS가 거부했습니다.',
    },
    optional: {
      done: '{actor|이/가} MFA 장치가 없는 사람도 IAM Identity Center에 로그인할 수 있게 했습니다.',
      tried:
        '{actor|이/가} MFA 장치가 없는 사람도 IAM Identity Center에 로그인할 수 있게 하려 했으나 AWS가 거부했습니다.',
    },
    tightened: {
      done: '{actor|이/가} IAM Identity Center가 로그인할 때마다 MFA를 요구하도록 했습니다.',
      tried:
        '{actor|이/가} IAM Identity Center가 로그인할 때마다 MFA를 요구하도록 하려 했으나 AWS가 거부했습니다.',
    },
    changed: {
      done: '{actor|이/가} IAM Identity Center의 MFA 또는 세션 설정을 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center의 MFA 또는 세션 설정을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
