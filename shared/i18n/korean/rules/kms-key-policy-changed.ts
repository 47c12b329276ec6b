import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'KMS 키 정책 변경',
  why: '키 정책은 IAM과 무관하게 이 키로 암호화된 데이터를 누가 읽을 수 있는지 결정합니다. 외부 계정을 허용할 수도, 자신의 계정을 차단할 수도 있습니다.',
  fix: '이전 정책(AWS Config 또는 원본 코드)과 비교하세요. 계획된 변경이 아니라면 되돌리고, 새로 허용된 주체의 Decrypt 호출을 찾으세요.',
  messages: {
    changed: {
      done: '{actor|이/가} KMS 키 {resource}의 정책을 변경했습니다.',
      tried: '{actor|이/가} KMS 키 {resource}의 정책을 변경하려 했으나 AWS가 거부했습니다.',
    },
    shared: {
      done: '{actor|이/가} KMS 키 {resource}에 다른 계정을 허용하는 정책을 설정했습니다: {principals}.',
      tried:
        '{actor|이/가} 다른 계정({principals})이 KMS 키 {resource|을/를} 쓸 수 있게 하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} KMS 키 {resource}에 해석할 수 없는 정책을 설정했습니다: {cause}.',
      tried:
        '{actor|이/가} KMS 키 {resource}에 해석할 수 없는 정책({cause})을 설정하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
