import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '교체 주기가 지난 활성 액세스 키',
  why: '키가 오래될수록 노트북, 로그, 채팅, 퇴사자의 메모 등 사본이 늘어납니다.',
  fix: '두 번째 키를 만들어 첫 번째 키를 쓰던 곳에 넣고, 첫 번째 키를 비활성화한 뒤 기다렸다가 삭제하세요. 역할로 대체하면 더 좋습니다.',
  messages: {
    old: '{user}의 키 {key|은/는} {days}일 되었습니다. 허용 기한은 {limit}일입니다.',
    young: '{user}의 키 {key|은/는} {days}일 되었습니다. 허용 기한은 {limit}일입니다.',
    'no-keys': shared.noKeys,
    inactive: shared.keyInactive,
    'no-id': shared.keyWithoutId,
  },
} satisfies CheckTranslation;
