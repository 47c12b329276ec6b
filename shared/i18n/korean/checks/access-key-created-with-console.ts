import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '콘솔 사용자가 한 번도 쓰지 않은 액세스 키 보유',
  why: '생성 화면에 있다는 이유로 사용자와 함께 만든 키는 아무도 요청하지 않은 키입니다.',
  fix: '키를 삭제하세요. 필요한 사람은 요청하면 됩니다.',
  messages: {
    idle: '콘솔에 로그인하는 {user}의 키 {key|은/는} 한 번도 사용되지 않았습니다.',
    used: shared.keyUsed,
    'no-password': '{user}에는 콘솔 비밀번호가 없으므로 키 {key|은/는} 비밀번호와 함께 만든 것이 아닙니다.',
    'no-keys': shared.noKeys,
    inactive: shared.keyInactive,
    'no-id': shared.keyWithoutId,
    unclear:
      '자격 증명 보고서만으로는 {user}에 비밀번호가 있는지, 키 {key|이/가} 사용되었는지 알 수 없습니다.',
  },
} satisfies CheckTranslation;
