import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'S3 Browser로 콘솔 비밀번호 조회 또는 설정',
  why: '탈취한 계정에서 코인을 채굴하는 공격 그룹 GUI-vil은 S3 Browser로 어떤 사용자에게 콘솔 비밀번호가 있는지 확인하고, 없는 사용자에게 비밀번호를 부여합니다.',
  fix: '호출자의 액세스 키를 비활성화하고, 생성된 로그인 프로필이 있으면 삭제한 뒤 새 사용자와 대형 EC2 인스턴스를 찾으세요.',
  messages: {
    asked: {
      done: '{actor|이/가} {sourceIp}에서 S3 Browser로 {user}에 콘솔 비밀번호가 있는지 조회했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 S3 Browser로 {user}에 콘솔 비밀번호가 있는지 조회하려 했으나 실패했습니다.',
    },
    created: {
      done: '{actor|이/가} {sourceIp}에서 S3 Browser로 {user}에 콘솔 비밀번호를 부여했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 S3 Browser로 {user}에 콘솔 비밀번호를 부여하려 했으나 실패했습니다.',
    },
  },
} satisfies RuleTranslation;
