import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '추적 로그가 며칠 만에 만료되도록 설정',
  why: '추적은 계속 기록하지만, 누가 읽기도 전에 S3가 기록을 삭제합니다. 겉으로는 아무것도 꺼지지 않은 것처럼 보입니다.',
  fix: '수명 주기 규칙을 오늘 중으로 제거하세요. S3는 하루에 한 번 정도 객체를 만료시킵니다. 이미 사라진 로그는 객체 버전, 사본, 또는 90일간 보관되는 CloudTrail 이벤트 기록에서만 되찾을 수 있습니다.',
  messages: {
    short: {
      done: '{actor|이/가} 추적이 로그를 쓰는 {bucket}의 객체를 {days}일 후 만료되도록 설정했습니다.',
      tried:
        '{actor|이/가} 추적이 로그를 쓰는 {bucket}의 객체를 곧 만료되도록 설정하려 했으나 AWS가 거부했습니다.',
    },
    named: {
      done: '{actor|이/가} 추적 로그 버킷으로 보이는 {bucket}의 객체를 {days}일 후 만료되도록 설정했습니다.',
      tried:
        '{actor|이/가} 추적 로그 버킷으로 보이는 {bucket}의 객체를 곧 만료되도록 설정하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
