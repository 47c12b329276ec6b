import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '제품 공급자에 임시 접근 위임',
  why: '토큰을 가진 주체는 요청에 적힌 권한으로, 수락한 사람의 이름으로 계정에서 행동합니다. 메일로 온 요청은 그렇게 하도록 속이는 방법이 됩니다.',
  fix: '요청을 확인하세요(aws iam get-delegation-request). 토큰을 보내기 전이라면 거절하세요. 보낸 뒤라면 수락한 사람의 세션을 취소하고, 공급자가 만든 권한 경계를 가진 역할을 찾으세요.',
  messages: {
    requested: {
      done: '{actor|이/가} 계정에 접근을 요청하는 위임 요청 {request|을/를} 만들었습니다.',
      tried: '{actor|이/가} 위임 요청을 만들려 했으나 AWS가 거부했습니다.',
    },
    associated: {
      done: '{actor|이/가} 위임 요청 {request|을/를} 맡아 결정 단계로 넘겼습니다.',
      tried: '{actor|이/가} 위임 요청을 맡으려 했으나 AWS가 거부했습니다.',
    },
    accepted: {
      done: '{actor|이/가} 위임 요청 {request|을/를} 수락했습니다. 토큰은 아직 전송되지 않았습니다.',
      tried: '{actor|이/가} 위임 요청 {request|을/를} 수락하려 했으나 AWS가 거부했습니다.',
    },
    released: {
      done: '{actor|이/가} 위임 요청 {request}의 토큰을 보냈습니다. 이제 공급자가 접근할 수 있습니다.',
      tried: '{actor|이/가} 위임 요청 {request}의 토큰을 보내려 했으나 AWS가 거부했습니다.',
    },
    exchanged: {
      done: '{actor|이/가} 위임 토큰을 교환해 {principal|으로/로} 행동합니다.',
      tried: '{actor|이/가} 위임 토큰을 교환하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
