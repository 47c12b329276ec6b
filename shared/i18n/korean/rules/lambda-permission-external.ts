import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Lambda 함수를 외부에 개방',
  why: '허용된 주체는 언제든 함수를 그 역할로 실행할 수 있습니다. 계정의 자격 증명이 없어도 다시 들어올 수 있는 통로입니다.',
  fix: '알려진 협력사가 아니라면 문을 제거하고, 서비스는 소스 계정과 ARN으로 제한하세요. 그런 다음 함수의 권한과 그 이후의 호출자를 확인하세요.',
  messages: {
    anyone: {
      done: '{actor|이/가} 누구나 함수 {resource}의 {action|을/를} 호출할 수 있게 했습니다(문 {statement}).',
      tried:
        '{actor|이/가} 누구나 함수 {resource}의 {action|을/를} 호출할 수 있게 하려 했으나(문 {statement}) AWS가 거부했습니다.',
    },
    account: {
      done: '{actor|이/가} 다른 계정의 {principal|이/가} 함수 {resource}의 {action|을/를} 호출할 수 있게 했습니다(문 {statement}).',
      tried:
        '{actor|이/가} 다른 계정의 {principal|이/가} 함수 {resource}의 {action|을/를} 호출할 수 있게 하려 했으나(문 {statement}) AWS가 거부했습니다.',
    },
    service: {
      done: '{actor|이/가} {principal|이/가} 어떤 고객을 위해서든 함수 {resource}의 {action|을/를} 호출할 수 있게 했습니다(문 {statement}).',
      tried:
        '{actor|이/가} {principal|이/가} 어떤 고객을 위해서든 함수 {resource}의 {action|을/를} 호출할 수 있게 하려 했으나(문 {statement}) AWS가 거부했습니다.',
    },
    refused: {
      done: '{actor|이/가} 함수 {resource}의 권한을 변경했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} 함수 {resource}의 권한을 변경하려 했으나 AWS가 거부했습니다. 변경 내용은 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
