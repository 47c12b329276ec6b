import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS Config 설정 또는 시작',
  why: 'AWS Config가 리전에서 언제부터 기록했고 누가 설정했는지 보고서에 남습니다.',
  fix: '조치할 것은 없습니다. 레코더가 모든 리소스 유형을 기록하는지, IAM 리소스는 한 리전에서 기록하는지 확인하세요.',
  messages: {
    recorder: '{actor|이/가} {region}의 AWS Config 레코더를 설정했습니다.',
    channel: '{actor|이/가} {region}의 AWS Config 전송 채널을 설정했습니다.',
    started: '{actor|이/가} {region}의 AWS Config 레코더를 시작했습니다.',
  },
} satisfies RuleTranslation;
