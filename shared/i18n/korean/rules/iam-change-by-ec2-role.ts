import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'EC2 인스턴스 자격 증명으로 IAM 변경',
  why: '서버가 사용자, 역할, 정책을 변경할 이유는 거의 없습니다. 침입자는 인스턴스 역할을 넘어서기 위해 바로 이것을 시도하며, 거부된 호출도 누군가 시도하고 있음을 보여 줍니다.',
  fix: '인스턴스 담당자에게 무엇이 실행 중인지 확인하세요. 담당자의 작업이 아니라면 인스턴스를 격리하고 역할 세션을 취소한 뒤 변경을 되돌리세요. 어느 경우든 역할에서 IAM 쓰기 권한을 제거하세요.',
  messages: {
    changed: {
      done: '인스턴스 {instance|이/가} 역할 {role|으로/로} IAM의 {eventName|을/를} 호출했습니다.',
      tried: '인스턴스 {instance|이/가} 역할 {role|으로/로} IAM의 {eventName|을/를} 시도했으나 실패했습니다.',
    },
  },
} satisfies RuleTranslation;
