import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '사용하지 않는 인스턴스 프로파일',
  why: '인스턴스를 시작할 수 있는 사람은 이것을 골라 그 역할을 얻을 수 있습니다.',
  fix: '역할을 제거한 뒤 삭제하세요: `aws iam delete-instance-profile`.',
  messages: {
    unused:
      '활성화된 리전의 어떤 EC2 인스턴스도 인스턴스 프로파일 {profile}(역할 {roles})을 사용하지 않습니다.',
    used: '인스턴스 프로파일 {profile|은/는} 사용 중입니다.',
    none: '계정에 인스턴스 프로파일이 없습니다.',
    open: '{region}에서 {profile|을/를} 사용하는 인스턴스가 있는지 알 수 없습니다: {cause}.',
  },
} satisfies CheckTranslation;
