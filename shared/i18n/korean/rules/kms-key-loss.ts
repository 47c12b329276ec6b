import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'KMS 키 비활성화 또는 삭제 예약',
  why: '이 키로 암호화된 데이터는 지금부터 읽을 수 없고, 키가 삭제되면 추적 로그, 백업, 시크릿까지 영원히 읽을 수 없습니다. 협박형 공격이 쓰는 방법입니다.',
  fix: '7~30일의 대기 기간이 끝나기 전에 이 키로 무엇이 암호화되어 있는지 확인하세요. 의도적으로 폐기한 키가 아니라면 삭제를 취소하고 키를 활성화하세요.',
  messages: {
    disabled: {
      done: '{actor|이/가} KMS 키 {resource|을/를} 비활성화했습니다.',
      tried: '{actor|이/가} KMS 키 {resource|을/를} 비활성화하려 했으나 AWS가 거부했습니다.',
    },
    deletion: {
      done: '{actor|이/가} KMS 키 {resource}의 삭제를 예약했습니다{when}.',
      tried: '{actor|이/가} KMS 키 {resource}의 삭제를 예약하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
