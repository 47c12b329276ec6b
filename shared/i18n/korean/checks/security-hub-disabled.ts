import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: 'Security Hub 꺼짐',
  why: '이 리전에서는 AWS 서비스의 결과가 모이지 않고 표준도 점검되지 않습니다.',
  fix: '활성화하세요: `aws securityhub enable-security-hub`.',
  messages: {
    off: '{region}에서 Security Hub가 꺼져 있습니다.',
    on: '{region}에서 Security Hub가 켜져 있습니다.',
    'no-regions': shared.regionsUnknown,
    'region-unknown': shared.regionUnknown,
  },
} satisfies CheckTranslation;
