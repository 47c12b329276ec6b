import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '한 번도 쓰지 않은 새 액세스 키',
  why: '아무도 필요로 하지 않았거나 어딘가에서 기다리고 있는 키입니다. 몇 주 뒤 access-key-unused가 알릴 내용을 미리 알립니다.',
  fix: '만든 사람에게 용도를 확인하고, 답이 없으면 삭제하세요.',
  messages: {
    'never-used': '{user}의 키 {key|은/는} {days}일 전인 {made}에 생성되어 한 번도 사용되지 않았습니다.',
    used: shared.keyUsed,
    new: '{user}의 키 {key|은/는} {days}일 전인 {made}에 생성되었습니다. 첫 사용까지 {grace}일의 유예가 있습니다.',
    'no-keys': shared.noKeys,
    inactive: shared.keyInactive,
    merged: '{user}의 키 {key|은/는} 오랫동안 사용되지 않아 access-key-unused에서 알립니다.',
    'no-id': shared.keyWithoutId,
    'use-unknown': '자격 증명 보고서만으로는 {user}의 키 {key|이/가} 사용되었는지 알 수 없습니다.',
  },
} satisfies CheckTranslation;
