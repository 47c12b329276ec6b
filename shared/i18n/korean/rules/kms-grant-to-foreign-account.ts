import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 계정에 KMS 키 권한 부여',
  why: '권한 부여(grant)는 키 정책에도 IAM 정책에도 나타나지 않은 채, 누군가 회수할 때까지 다른 계정이 키를 쓸 수 있게 합니다.',
  fix: '아는 계정이 아니라면 권한 부여를 취소하세요. 그 계정의 Decrypt 호출을 찾고, 읽을 수 있었던 데이터를 다른 키로 다시 암호화하세요.',
  messages: {
    granted: {
      done: '{actor|이/가} {grantee}에 KMS 키 {resource}의 사용 권한을 부여했습니다({operations}).',
      tried: '{actor|이/가} {grantee}에 KMS 키 {resource}의 사용 권한을 부여하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
