import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '관리자 역할을 서비스에 전달',
  why: '함수, 인스턴스, 작업에 역할을 전달할 수 있는 사람은 그 역할로 코드를 실행합니다. 관리자 역할이라면 호출자의 권한과 무관하게 계정 전체가 됩니다.',
  fix: '호출자가 이 권한을 가져야 하는지 확인하세요. 아니라면 시작된 것을 중지하고 역할 세션을 취소한 뒤, 호출자의 iam:PassRole을 필요한 역할과 iam:PassedToService로 제한하세요.',
  messages: {
    passed: {
      done: '{actor|이/가} {passedKind} {role|을/를} {service}에 전달했습니다({eventName}). {policy} 정책에 따라 관리자 권한을 가진 역할입니다.',
      tried:
        '{actor|이/가} {passedKind} {role|을/를} {service}에 전달하려 했으나({eventName}) AWS가 거부했습니다. {policy} 정책에 따라 관리자 권한을 가진 역할입니다.',
    },
  },
} satisfies RuleTranslation;
