import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Roles Anywhere의 인증서 신뢰 설정 변경',
  why: '트러스트 앵커가 바뀌면 다른 인증 기관을 받아들이고, 프로파일이 넓어지면 다른 역할을 내주며, 해지 목록이 꺼지면 도난된 인증서가 다시 동작합니다.',
  fix: '트러스트 앵커, 프로파일, 해지 목록을 원래 설정과 비교해 다른 것을 되돌리고 그 이후의 CreateSession 호출을 찾으세요.',
  messages: {
    anchor: {
      done: '{actor|이/가} IAM Roles Anywhere가 신뢰하는 인증 기관을 변경했습니다({eventName} {id}).',
      tried:
        '{actor|이/가} IAM Roles Anywhere가 신뢰하는 인증 기관을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    profile: {
      done: '{actor|이/가} IAM Roles Anywhere가 내주는 역할 또는 대상을 변경했습니다({eventName} {id}).',
      tried:
        '{actor|이/가} IAM Roles Anywhere가 내주는 역할을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    revocation: {
      done: '{actor|이/가} IAM Roles Anywhere의 인증서 해지 목록을 변경했습니다({eventName} {id}).',
      tried:
        '{actor|이/가} IAM Roles Anywhere의 인증서 해지 목록을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
