import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'EC2 인스턴스 자격 증명으로 콘솔 접속',
  why: '인스턴스에는 브라우저가 없습니다. 누군가 메타데이터 서비스에서 자격 증명을 빼내 콘솔에서 직접 사용하고 있습니다.',
  fix: '인스턴스를 격리하고 서버 측 요청 위조(SSRF)나 셸의 흔적을 찾으세요. 역할의 활성 세션을 취소하고 홉 제한 1의 IMDSv2를 필수로 하세요.',
  messages: {
    opened: {
      done: '인스턴스 {instance}의 역할 {role} 자격 증명이 {sourceIp}에서 콘솔 접속에 사용되었습니다.',
      tried:
        '누군가 {sourceIp}에서 인스턴스 {instance}의 역할 {role} 자격 증명으로 콘솔에 접속하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
