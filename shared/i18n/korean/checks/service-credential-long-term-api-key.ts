import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '유효 기간이 너무 긴 Bedrock 또는 CloudWatch API 키',
  why: '헤더의 문자열 하나로, 삭제될 때까지 모델 요금이 청구됩니다. 훔친 키는 몇 시간 안에 거래됩니다.',
  fix: '삭제하고, 만든 세션과 함께 끝나는 단기 키를 사용하세요.',
  messages: {
    endless: '{service}용 {user}의 API 키 {id|은/는} 만료되지 않습니다.',
    long: '{service}용 {user}의 API 키 {id|은/는} 생성 후 {limit}일이 넘는 {expires}에 만료됩니다.',
    short: '{service}용 {user}의 API 키 {id|은/는} {expires}에 만료됩니다.',
    none: 'API 키를 가진 IAM 사용자가 없습니다.',
    inactive: '{service}용 {user}의 API 키 {id|은/는} 비활성 상태입니다.',
    expired: '{service}용 {user}의 API 키 {id|은/는} {expires}에 만료되었습니다.',
  },
} satisfies CheckTranslation;
