import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '반년 동안 활동이 없는 IAM 사용자',
  why: '아무도 쓰지 않는 계정은 아무의 것도 아니어서, 빼앗겨도 알아차리는 사람이 없습니다.',
  fix: '소유자에게 확인하세요. 사용자의 자격 증명을 비활성화하고, 장애가 없으면 사용자를 삭제하세요.',
  messages: {
    idle: '{user|은/는} {days}일 전인 {last}에 마지막으로 활동했습니다. 기준은 {limit}일입니다.',
    never: '{made}에 생성된 {user|은/는} 한 번도 활동한 적이 없습니다.',
    active: '{user|은/는} {days}일 전인 {last}에 마지막으로 활동했습니다.',
    new: '{user|은/는} {made}에 생성되어 휴면으로 판단하기에는 이릅니다.',
    'no-users': shared.noUsers,
    unreadable: shared.reportUnreadable,
    unseen:
      '{user}에 사용 여부를 알 수 없는 서비스별 자격 증명이나 SSH 키가 있고, 그 밖에는 사용된 것이 없습니다.',
  },
} satisfies CheckTranslation;
