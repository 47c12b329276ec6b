import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM에 만료된 서버 인증서 존재',
  why: '실수로 배포하면 브라우저가 방문자를 막고, 사용 중인 인증서를 가립니다.',
  fix: '삭제하세요: `aws iam delete-server-certificate --server-certificate-name NAME`. 인증서는 자동 갱신되는 ACM에 두세요.',
  messages: {
    expired: '서버 인증서 {name|이/가} {expires}에 만료되었습니다.',
    valid: '서버 인증서 {name|은/는} {expires}까지 유효합니다.',
    soon: '서버 인증서 {name|은/는} {days}일 후인 {expires}에 만료됩니다.',
    none: 'IAM에 서버 인증서가 없습니다.',
  },
} satisfies CheckTranslation;
