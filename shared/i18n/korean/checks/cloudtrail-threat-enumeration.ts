import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '계정을 탐색하는 자격 증명',
  why: '방금 키를 훔친 사람은 사용자, 버킷, 인스턴스, 비용 등 무엇이 열리는지 차례로 시도합니다.',
  fix: '누구의 자격 증명인지, 인벤토리 도구를 실행했는지 확인하세요. 아무도 모른다면 키를 비활성화하고 세션을 취소하세요.',
  messages: {
    threat: shared.threat,
    quiet: shared.noThreat,
    'no-calls': shared.noCalls,
  },
} satisfies CheckTranslation;
