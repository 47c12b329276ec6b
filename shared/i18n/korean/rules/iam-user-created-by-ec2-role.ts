import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'EC2 인스턴스 자격 증명으로 IAM 사용자 생성',
  why: '사용자는 인스턴스와 그 단기 자격 증명보다 오래 남습니다. 인스턴스에 침입했거나 메타데이터를 읽은 사람이 계정에 거점을 확보하게 됩니다.',
  fix: '인스턴스의 빌드 작업이 만든 것으로 확인되지 않으면 사용자를 삭제하세요. 인스턴스를 격리하고 역할 세션을 취소한 뒤 역할에서 iam:CreateUser를 제거하세요.',
  messages: {
    created: {
      done: '인스턴스 {instance|이/가} 역할 {role|으로/로} IAM 사용자 {user|을/를} 생성했습니다.',
      tried:
        '인스턴스 {instance|이/가} 역할 {role|으로/로} IAM 사용자 {user|을/를} 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
