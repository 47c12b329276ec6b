import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'AWS Config 미기록',
  why: '이 리전의 어떤 리소스도 무엇이 언제 변경되었는지 알 수 없습니다.',
  fix: '구성 레코더를 만들고 시작하세요: `aws configservice start-configuration-recorder`.',
  messages: {
    none: '{region}에 AWS Config 레코더가 없습니다.',
    stopped: '{region}의 AWS Config 레코더가 중지되어 있습니다.',
    failing: '{region}의 AWS Config 레코더가 전송에 실패하고 있습니다.',
    on: 'AWS Config가 {region}에서 기록 중입니다.',
    'no-regions': shared.regionsUnknown,
    'region-unknown': shared.regionUnknown,
  },
} satisfies CheckTranslation;
