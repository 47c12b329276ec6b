import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 계정에 AWS Config 데이터 수집 허용',
  why: '상대 계정은 IAM을 포함한 이 계정의 모든 리소스와 설정을 봅니다. 항상 최신으로 유지되는 공격 지도입니다.',
  fix: '보안 팀의 계정이 아니라면 권한 부여를 삭제하세요.',
  messages: {
    authorized: {
      done: '{actor|이/가} 계정 {collector|이/가} {region}의 AWS Config 데이터를 수집하도록 허용했습니다.',
      tried:
        '{actor|이/가} 계정 {collector|이/가} {region}의 AWS Config 데이터를 수집하도록 허용하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
