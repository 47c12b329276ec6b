import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'S3 버킷 공개 또는 공개 방지 설정 해제',
  why: '액세스 목록(ACL)은 정책 없이도 모두를 허용할 수 있습니다. 퍼블릭 액세스 차단과 ACL 비활성화는 호출 하나로 그렇게 되는 것을 막습니다. 없으면 다음 호출이 버킷을 엽니다.',
  fix: '아래 명령으로 다시 설정한 뒤, 데이터 이벤트(GetObject, ListBucket)에서 그동안 누가 버킷을 사용했는지 확인하세요.',
  messages: {
    acl: '{actor|이/가} 액세스 목록(ACL)으로 {resource|을/를} 모두에게 공개했습니다.',
    block: '{actor|이/가} {resource}의 퍼블릭 액세스 차단을 전부 또는 일부 해제했습니다({eventName}).',
    ownership: '{actor|이/가} {resource}에서 액세스 목록(ACL)이 다시 적용되게 했습니다({eventName}).',
  },
} satisfies RuleTranslation;
