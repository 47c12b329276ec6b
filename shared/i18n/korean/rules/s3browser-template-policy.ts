import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'S3 Browser의 미완성 템플릿 정책을 사용자에 적용',
  why: '탈취한 계정에서 코인을 채굴하는 공격 그룹 GUI-vil의 흔적입니다. S3 Browser를 클릭하며 정책에 예시 버킷 이름을 그대로 남깁니다.',
  fix: '호출자의 액세스 키를 비활성화하고 정책을 삭제한 뒤, 호출자가 만든 사용자, 비밀번호, 대형 EC2 인스턴스를 찾으세요.',
  messages: {
    put: {
      done: '{actor|이/가} {sourceIp}에서 S3 Browser의 미완성 템플릿 정책을 {user}에 적용했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 S3 Browser의 미완성 템플릿 정책을 {user}에 적용하려 했으나 실패했습니다.',
    },
  },
} satisfies RuleTranslation;
