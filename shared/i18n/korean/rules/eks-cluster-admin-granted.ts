import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'EKS 클러스터 관리자 지정',
  why: '이 자격 증명은 클러스터의 모든 시크릿을 읽고 모든 워크로드를 실행할 수 있으며, 이를 통해 파드와 노드의 역할을 쓸 수 있습니다.',
  fix: '변경 요청에 없다면 정책 연결을 해제하세요. 클러스터 감사 로그에서 한 일을 확인하세요.',
  messages: {
    granted: {
      done: '{actor|이/가} {principal|을/를} EKS 클러스터 {cluster}의 관리자로 지정했습니다({policy}).',
      tried:
        '{actor|이/가} {principal|을/를} {resource}의 관리자로 지정하려 했으나({policy}) AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} EKS 클러스터 {cluster}에서 자격 증명에 액세스 정책을 부여했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
      tried:
        '{actor|이/가} {resource}에서 자격 증명에 액세스 정책을 부여하려 했으나 AWS가 거부했습니다. 어떤 정책인지는 CloudTrail에 기록되지 않았습니다.',
    },
  },
} satisfies RuleTranslation;
