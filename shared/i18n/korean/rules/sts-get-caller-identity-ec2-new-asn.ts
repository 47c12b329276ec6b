import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '새 네트워크에서 인스턴스 자격 증명 시험',
  why: '인스턴스의 자격 증명을 빼낸 사람은 먼저 누구의 것인지 조회합니다. 이 인스턴스는 Amazon이 아닌 이 네트워크에서 호출한 적이 없습니다.',
  fix: '역할 세션을 취소하고 인스턴스를 격리한 뒤 메타데이터 서비스에 어떻게 접근했는지 확인하세요. IMDSv2를 필수로 하세요.',
  messages: {
    asked: '{network}({sourceIp})에서 인스턴스 {instance}(역할 {role})의 자격 증명이 시험되었습니다.',
  },
} satisfies RuleTranslation;
