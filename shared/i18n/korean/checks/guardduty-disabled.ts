import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'GuardDuty 꺼짐',
  why: '자격 증명 도용, 채굴, 데이터 유출에 대한 AWS 자체 탐지가 그곳을 보지 않습니다.',
  fix: '리전에서, 또는 위임 관리자를 통해 조직 전체에서 GuardDuty를 활성화하세요.',
  messages: {
    deleted: '{region}에 GuardDuty 탐지기가 없습니다.',
    suspended: '{region}의 GuardDuty 탐지기가 일시 중지되어 있습니다.',
    on: '{region}에서 GuardDuty가 켜져 있습니다.',
    'no-regions': shared.regionsUnknown,
    'region-unknown': shared.regionUnknown,
  },
} satisfies CheckTranslation;
