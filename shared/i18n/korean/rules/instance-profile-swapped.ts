import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '실행 중인 인스턴스의 역할 교체',
  why: '인스턴스에 로그인할 수 있는 사람은 이제 메타데이터 서비스에서 새 역할의 자격 증명을 읽을 수 있습니다.',
  fix: '인스턴스에 맞는 프로파일인지 확인하세요. 아니라면 연결을 해제하고 역할 세션을 취소하세요(IAM 콘솔의 활성 세션 취소).',
  messages: {
    associated: {
      done: '{actor|이/가} 인스턴스 {instance}에 인스턴스 프로파일 {profile|을/를} 연결했습니다.',
      tried: '{actor|이/가} {resource}에 인스턴스 프로파일을 연결하려 했으나 AWS가 거부했습니다.',
    },
    replaced: {
      done: '{actor|이/가} 인스턴스 {instance}의 인스턴스 프로파일을 {profile|으로/로} 교체했습니다.',
      tried: '{actor|이/가} {resource}의 인스턴스 프로파일을 교체하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
