import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'EventBridge 규칙 비활성화 또는 삭제',
  why: '이 규칙들은 GuardDuty 결과, IAM 변경, 경보를 대응 담당자와 프로그램에 전달합니다. 호출 한 번이면 아무것도 도착하지 않게 됩니다.',
  fix: '규칙의 용도를 확인하세요. 알림을 전달하던 규칙이라면 다시 활성화하거나 만들고, 그동안 전달되지 않은 내용을 확인하세요.',
  messages: {
    disabled: {
      done: '{actor|이/가} EventBridge 규칙 {resource|을/를} 비활성화했습니다.',
      tried: '{actor|이/가} EventBridge 규칙 {resource|을/를} 비활성화하려 했으나 AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} EventBridge 규칙 {resource|을/를} 삭제했습니다.',
      tried: '{actor|이/가} EventBridge 규칙 {resource|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
