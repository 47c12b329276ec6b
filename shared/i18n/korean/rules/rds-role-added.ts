import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '데이터베이스에 역할 부여',
  why: '데이터베이스에서 SQL을 실행할 수 있는 사람은 이제 이 역할을 쓸 수 있습니다. 테이블을 S3로 내보내거나 Lambda 함수를 호출하는 등 역할이 허용하는 것은 무엇이든 가능합니다.',
  fix: '필요한 기능인지, 역할이 다른 버킷이나 함수에 접근하지 않는지 확인하세요. 아니라면 역할을 제거하세요.',
  messages: {
    instance: '{actor|이/가} 데이터베이스 인스턴스 {database}에 역할 {role|을/를} 부여했습니다.',
    cluster: '{actor|이/가} 데이터베이스 클러스터 {database}에 역할 {role|을/를} 부여했습니다.',
  },
} satisfies RuleTranslation;
