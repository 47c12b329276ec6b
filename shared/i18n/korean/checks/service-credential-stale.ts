import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '오래된 서비스별 자격 증명',
  why: '만료되지 않고 자격 증명 보고서에도 나타나지 않는 비밀번호입니다.',
  fix: '재설정하거나(`aws iam reset-service-specific-credential`) 삭제하고, 역할과 함께 서비스의 자격 증명 도우미를 사용하세요.',
  messages: {
    old: '{service}용 {user}의 자격 증명 {id|은/는} {days}일 되었습니다. 기준은 {limit}일입니다.',
    young: '{service}용 {user}의 자격 증명 {id|은/는} {days}일 되었습니다. 기준은 {limit}일입니다.',
    none: '서비스별 자격 증명을 가진 IAM 사용자가 없습니다.',
    inactive: '{service}용 {user}의 자격 증명 {id|은/는} 비활성 상태입니다.',
  },
} satisfies CheckTranslation;
