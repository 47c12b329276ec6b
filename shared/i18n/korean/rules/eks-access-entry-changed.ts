import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 자격 증명의 EKS 클러스터 접근 변경',
  why: '액세스 항목은 어떤 사용자와 역할이 어떤 그룹으로 Kubernetes API를 호출할 수 있는지 결정합니다. 새 항목은 어떤 IAM 정책에도 나타나지 않는 통로입니다.',
  fix: '이 자격 증명이 클러스터에 접근해야 하는지 확인하세요. 아니라면 액세스 항목을 삭제하고 클러스터 감사 로그에서 한 일을 확인하세요.',
  messages: {
    changed: {
      done: '{actor|이/가} EKS 클러스터 {cluster}에 대한 {principal}의 접근을 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} {resource}에 접근할 수 있는 주체를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    policy: {
      done: '{actor|이/가} EKS 클러스터 {cluster}에 대한 {principal}의 접근을 변경했습니다: {eventName} {policy}.',
      tried: '{actor|이/가} {resource}에 대한 자격 증명의 액세스 정책을 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
