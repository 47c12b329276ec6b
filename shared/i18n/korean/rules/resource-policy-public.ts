import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '리소스 정책을 모두에게 공개',
  why: 'AWS 계정이 있는 누구나, 흔히는 아무나 정책이 허용하는 대로 데이터를 읽고, 키를 쓰고, 큐에 메시지를 보낼 수 있습니다.',
  fix: '문을 제거하거나 조직(aws:PrincipalOrgID), 계정, 네트워크로 제한하세요. 그런 다음 데이터 이벤트에서 그동안 누가 사용했는지 확인하세요.',
  messages: {
    public: {
      done: '{actor|이/가} {resource|을/를} 모두에게 공개했습니다({eventName}): {actions}.',
      tried:
        '{actor|이/가} {resource|을/를} 모두에게 공개하려 했으나({eventName}: {actions}) AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} {resource}에 해석할 수 없는 정책을 설정했습니다({eventName}): {cause}.',
      tried:
        '{actor|이/가} {resource}에 해석할 수 없는 정책을 설정하려 했으나({eventName}: {cause}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
