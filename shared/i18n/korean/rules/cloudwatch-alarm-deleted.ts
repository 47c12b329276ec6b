import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudWatch 경보 삭제 또는 무력화',
  why: '루트 로그인, 거부된 호출, 멈춘 큐에 대한 경보가 더 이상 아무에게도 전달되지 않습니다.',
  fix: '담당자가 폐기한 경보가 아니라면 다시 만들거나 경보 작업을 활성화하세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} {region}의 CloudWatch 경보를 삭제했습니다: {alarms}.',
      tried: '{actor|이/가} {region}의 CloudWatch 경보를 삭제하려 했으나 AWS가 거부했습니다.',
    },
    silenced: {
      done: '{actor|이/가} {region}의 CloudWatch 경보 작업을 껐습니다: {alarms}.',
      tried: '{actor|이/가} {region}의 CloudWatch 경보 작업을 끄려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
