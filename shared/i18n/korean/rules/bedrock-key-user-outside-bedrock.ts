import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Bedrock API 키용 사용자의 다른 서비스 호출',
  why: 'Bedrock 콘솔은 장기 API 키마다 IAM 사용자를 만들지만 아무도 살펴보지 않습니다. 다른 서비스를 호출했다면 누군가 액세스 키나 비밀번호를 부여해 백도어로 쓰고 있다는 뜻입니다.',
  fix: '사용자의 액세스 키와 로그인 프로필을 삭제하고(Bedrock API 키는 둘 다 아닙니다), 누가 추가했는지 찾아 수행한 작업을 되돌리세요.',
  messages: {
    called: {
      done: 'Bedrock API 키용으로 만들어진 사용자 {actor|이/가} {sourceIp}에서 {service}의 {eventName|을/를} 호출했습니다.',
      tried:
        'Bedrock API 키용으로 만들어진 사용자 {actor|이/가} {sourceIp}에서 {service}의 {eventName|을/를} 시도했으나 실패했습니다.',
    },
  },
} satisfies RuleTranslation;
