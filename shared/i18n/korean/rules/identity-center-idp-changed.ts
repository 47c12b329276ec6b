import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center의 자격 증명 소스 변경',
  why: '자격 증명 소스, 그 인증서 또는 프로비저닝 토큰을 제어하는 사람은 조직의 모든 계정에 누구로든 로그인할 수 있습니다.',
  fix: 'Identity Center 설정의 자격 증명 소스와 인증서를 실제 자격 증명 공급자와 비교하고, 모르는 프로비저닝 토큰은 삭제하세요. 의도한 변경이 아니라면 바로잡을 때까지 관리자의 액세스 포털 로그인을 차단하세요.',
  messages: {
    source: {
      done: '{actor|이/가} IAM Identity Center의 자격 증명 소스를 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center의 자격 증명 소스를 변경하려 했으나({eventName}) 성공하지 못했습니다.',
    },
    certificate: {
      done: '{actor|이/가} IAM Identity Center가 자격 증명 공급자를 확인하는 인증서를 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center의 자격 증명 공급자 인증서를 변경하려 했으나({eventName}) 성공하지 못했습니다.',
    },
    provisioning: {
      done: '{actor|이/가} IAM Identity Center에 사용자와 그룹을 쓸 수 있는 토큰을 만들었습니다({eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center의 프로비저닝 토큰을 만들려 했으나({eventName}) 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
