import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '사용하지 않는 활성 액세스 키',
  why: '아무도 쓰지 않는 키는 도난당해도 알아차리는 사람이 없습니다.',
  fix: '키를 비활성화하고, 일주일 동안 장애가 없으면 삭제하세요.',
  messages: {
    unused:
      '{user}의 키 {key|은/는} {lastUsed}에 마지막으로 사용되어 {days}일이 지났습니다. 기준은 {limit}일입니다.',
    'never-used':
      '{user}의 키 {key|은/는} {made}에 생성된 뒤 {days}일 동안 한 번도 사용되지 않았습니다. 기준은 {limit}일입니다.',
    used: '{user}의 키 {key|은/는} {days}일 전인 {lastUsed}에 마지막으로 사용되었습니다.',
    new: '{user}의 키 {key|은/는} {days}일 전인 {made}에 생성되어 아직 사용되지 않았습니다.',
    inactive: shared.keyInactive,
    'use-unknown':
      '자격 증명 보고서만으로는 {user}의 키 {key}가 언제 마지막으로 사용되었는지 알 수 없습니다.',
    'no-keys': shared.noKeys,
    'no-id': shared.keyWithoutId,
  },
} satisfies CheckTranslation;
