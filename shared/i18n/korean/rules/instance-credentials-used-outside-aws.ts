import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '공인 주소에서 EC2 인스턴스 자격 증명 사용',
  why: '인스턴스의 메타데이터 서비스에 접근한 공격자는 역할의 자격 증명을 빼냅니다. 그때부터 호출은 인스턴스의 것이 아닌 주소에서 옵니다.',
  fix: '주소를 인스턴스 및 NAT 게이트웨이의 주소와 비교하세요. 둘 다 아니라면 역할 세션을 취소하고 인스턴스를 격리한 뒤 IMDSv2를 필수로 하세요.',
  messages: {
    used: {
      done: '인스턴스 {instance}(역할 {role})의 자격 증명이 {sourceIp}에서 사용되었습니다: {eventName}.',
      tried:
        '인스턴스 {instance}(역할 {role})의 자격 증명이 {sourceIp}에서 {eventName}에 사용되었으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
