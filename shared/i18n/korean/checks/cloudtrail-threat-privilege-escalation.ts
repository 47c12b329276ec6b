import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '권한 상승을 시도하는 자격 증명',
  why: '업무를 아는 사람은 하루에 이렇게 여러 방법으로 권한을 부여하지 않습니다.',
  fix: '누구의 자격 증명인지 확인하세요. 아무도 모른다면 키를 비활성화하고 세션을 취소한 뒤 부여된 권한을 되돌리세요.',
  messages: {
    threat: shared.threat,
    quiet: shared.noThreat,
    'no-calls': shared.noCalls,
  },
} satisfies CheckTranslation;
