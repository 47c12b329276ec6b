import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '삭제하지 않은 비활성 액세스 키',
  why: '호출 한 번이면 다시 켜집니다. 누군가 갖고 있는 옛 키가 다시 동작합니다.',
  fix: '키를 삭제하세요. 삭제된 키는 되살릴 수 없습니다.',
  messages: {
    'off-long':
      '{user}의 키 {key|은/는} {off}에 비활성화되어 {days}일이 지났습니다. 비활성화 후 보관 기한은 {limit}일입니다.',
    'off-lately':
      '{user}의 키 {key|은/는} {off}에 비활성화되어 {days}일이 지났습니다. 비활성화 후 보관 기한은 {limit}일입니다.',
    lingering: '{user}의 키 {key|은/는} 비활성 상태로 {days}일이 지났습니다. 보관 기한은 {limit}일입니다.',
    recent: '{user}의 키 {key|은/는} 비활성 상태로 {days}일이 지났습니다. 보관 기한은 {limit}일입니다.',
    'no-keys': shared.noKeys,
    active: '{user}의 키 {key|은/는} 활성 상태입니다.',
    'no-id': shared.keyWithoutId,
  },
} satisfies CheckTranslation;
