import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '활성 외부 액세스 분석기가 없는 리전',
  why: '외부인에게 열린 버킷, 키, 큐가 있어도 알려 주지 않습니다.',
  fix: '리전에 ACCOUNT 또는 ORGANIZATION 유형의 분석기를 만드세요: `aws accessanalyzer create-analyzer`. 비용은 없습니다.',
  messages: {
    none: '{region}에 활성 외부 액세스 분석기가 없습니다.',
    active: '{region}에 활성 외부 액세스 분석기가 있습니다.',
    'no-regions': shared.regionsUnknown,
    'region-unknown': shared.regionUnknown,
  },
} satisfies CheckTranslation;
