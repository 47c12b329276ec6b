import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '미사용 액세스 분석 없음',
  why: 'IAM Access Analyzer는 쓰이지 않는 권한을 작업 단위로 봅니다. 이 점검은 AWS가 서비스 단위로 알려 주는 것만 봅니다.',
  fix: '한 리전에 ACCOUNT_UNUSED_ACCESS 유형의 분석기를 검토하세요. 사용자와 역할 수에 따라 과금됩니다.',
  messages: {
    none: '어느 리전에도 활성 미사용 액세스 분석기가 없습니다.',
    active: '활성 분석기가 미사용 액세스를 찾고 있습니다.',
    'region-unknown':
      '{region}의 분석기를 알 수 없고, 다른 리전에는 미사용 액세스 분석기가 없습니다: {cause}.',
  },
} satisfies CheckTranslation;
