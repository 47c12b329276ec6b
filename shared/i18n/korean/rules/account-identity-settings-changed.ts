import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 전체에 적용되는 IAM 설정 변경',
  why: '어느 리전에서 세션을 발급받고 쓸 수 있는지를 정하는 설정입니다. 버전 2 토큰은 아무도 보지 않는 리전에서도 동작하고, 활성화된 리전 엔드포인트는 그곳에서 세션을 발급합니다.',
  fix: '변경 요청에 없다면 IAM 계정 설정을 되돌리세요. 사용하지 않는 리전의 활동(unused-region-activity)을 확인하세요.',
  messages: {
    tokens: {
      done: '{actor|이/가} 계정 {account}의 전역 STS 엔드포인트 토큰을 {setting|으로/로} 설정했습니다.',
      tried: '{actor|이/가} 전역 STS 엔드포인트 토큰을 변경하려 했으나 AWS가 거부했습니다.',
    },
    endpoint: {
      done: '{actor|이/가} 계정 {account}의 리전 STS 엔드포인트 상태를 변경했습니다: {setting}.',
      tried: '{actor|이/가} 리전 STS 엔드포인트 상태를 변경하려 했으나 AWS가 거부했습니다.',
    },
    properties: {
      done: '{actor|이/가} IAM에서 계정 {account}의 속성을 변경했습니다: {setting}.',
      tried: '{actor|이/가} IAM에서 계정 {account}의 속성을 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
