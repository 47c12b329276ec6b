import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudWatch 로그 그룹의 보호 설정 변경',
  why: '타인의 키로 암호화된 로그는 읽을 수 없게 될 수 있고, 마스킹이 풀린 로그는 개인정보를 드러내며, 변환기는 들어오는 항목을 바꿔 쓰고, 베어러 토큰은 가진 사람 누구나 거짓 로그를 쓰게 합니다.',
  fix: '키, 마스킹, 보호 설정을 되돌리세요. 그동안 변환기나 토큰을 거쳐 기록된 로그는 믿지 마세요. 추적 버킷에 별도의 사본이 있습니다.',
  messages: {
    key: {
      done: '{actor|이/가} 로그 그룹 {group}의 암호화 키를 변경했습니다({eventName} {key}).',
      tried: '{actor|이/가} 로그 그룹 {group}의 보호 설정을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    masking: {
      done: '{actor|이/가} 로그 그룹 {group}의 마스킹 대상을 변경하거나 삭제했습니다({eventName}).',
      tried: '{actor|이/가} 로그 그룹 {group}의 보호 설정을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    deletable: {
      done: '{actor|이/가} 로그 그룹 {group}의 삭제 방지를 해제했습니다.',
      tried: '{actor|이/가} 로그 그룹 {group}의 보호 설정을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    token: {
      done: '{actor|이/가} 베어러 토큰을 가진 누구나 로그 그룹 {group}에 쓸 수 있게 했습니다.',
      tried: '{actor|이/가} 로그 그룹 {group}의 보호 설정을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    altered: {
      done: '{actor|이/가} 로그 그룹 {group}에 들어오는 항목이 변환되게 했습니다.',
      tried: '{actor|이/가} 로그 그룹 {group}의 보호 설정을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
