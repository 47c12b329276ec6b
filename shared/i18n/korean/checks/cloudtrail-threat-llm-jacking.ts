import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '언어 모델을 시험하는 자격 증명',
  why: '훔친 키는 열 수 있는 모델을 위해 거래됩니다. 산 사람은 어떤 모델인지 조회하고, 로깅을 끄고, 요금을 쌓습니다.',
  fix: '누구의 자격 증명인지 확인하세요. 아무도 모른다면 키를 비활성화하고 세션을 취소한 뒤 Bedrock 요금을 확인하세요.',
  messages: {
    threat: shared.threat,
    quiet: shared.noThreat,
    'no-calls': shared.noCalls,
  },
} satisfies CheckTranslation;
