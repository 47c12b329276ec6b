import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할의 인스턴스 관리자 비밀번호 요청 거부',
  why: '이 호출은 Windows 인스턴스의 암호화된 관리자 비밀번호를 반환합니다. 권한이 없는 역할이 요청할 이유는 없으며, 탈취한 자격 증명으로 시도되는 호출입니다.',
  fix: '이 역할로 무엇이 실행되었는지 확인하세요. 아무도 실행하지 않았다면 역할 세션을 취소하고 다른 호출을 확인하세요.',
  messages: {
    refused: '{actor|이/가} 인스턴스 {instance}의 관리자 비밀번호를 요청했으나 거부되었습니다.',
  },
} satisfies RuleTranslation;
