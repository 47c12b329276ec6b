import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Identity Center 또는 디렉터리의 생성, 삭제 또는 개방',
  why: '두 번째 인스턴스에는 아무도 보지 않는 자체 사용자와 애플리케이션이 있습니다. 인스턴스를 삭제하면 모두의 접근이 막히고, 네트워크 제한을 풀면 훔친 자격 증명을 어디서나 쓸 수 있습니다.',
  fix: '아무도 요청하지 않은 인스턴스는 삭제하세요(제어 정책으로 멤버의 sso:CreateInstance를 금지할 수 있습니다). 삭제된 경우 비상용 접근을 사용하고 AWS Support에 연락하세요.',
  messages: {
    created: {
      done: '{actor|이/가} 계정 {account}에 IAM Identity Center 또는 그 디렉터리를 설정했습니다({eventName}).',
      tried:
        '{actor|이/가} 계정 {account}에 IAM Identity Center를 설정하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} 계정 {account}의 IAM Identity Center 또는 그 디렉터리를 삭제했습니다({eventName}).',
      tried:
        '{actor|이/가} 계정 {account}의 IAM Identity Center를 삭제하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    network: {
      done: '{actor|이/가} 계정 {account}의 IAM Identity Center 디렉터리를 변경했습니다. 네트워크 제한: {limits}.',
      tried:
        '{actor|이/가} 계정 {account}의 IAM Identity Center 디렉터리를 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
