import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudWatch 로그 삭제',
  why: '삭제된 로그는 복구되지 않습니다. 조사할 때 읽어야 할 로그이며, 추적의 로그 그룹은 경보에도 쓰입니다.',
  fix: '로그 그룹에 무엇이 있었는지 확인하세요. 추적의 로그 그룹이었다면 추적이 새 그룹에 쓰도록 하고, 같은 이벤트를 추적 버킷에서 확인하세요.',
  messages: {
    group: {
      done: '{actor|이/가} 로그 그룹 {group|을/를} 모든 로그와 함께 삭제했습니다.',
      tried: '{actor|이/가} 로그 그룹 {group|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
    stream: {
      done: '{actor|이/가} 로그 그룹 {group}의 로그 스트림 {stream|을/를} 삭제했습니다.',
      tried: '{actor|이/가} 로그 그룹 {group}의 로그 스트림을 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
