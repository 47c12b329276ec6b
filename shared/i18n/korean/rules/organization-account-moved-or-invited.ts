import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직의 계정 이동, 초대, 제거 또는 생성',
  why: '계정의 위치가 어떤 가드레일을 적용받는지 결정합니다. 초대되거나 새로 만든 계정은 조직을 신뢰하는 모든 것의 내부가 됩니다.',
  fix: '변경 요청에 없다면 계정을 되돌리거나 제거하세요. 현재 속한 조직 단위의 가드레일을 확인하세요.',
  messages: {
    moved: {
      done: '{actor|이/가} 계정 {target|을/를} {from}에서 {to|으로/로} 이동했습니다.',
      tried: '{actor|이/가} 조직의 계정을 이동하려 했으나 AWS가 거부했습니다.',
    },
    invited: {
      done: '{actor|이/가} 계정 {target|을/를} 조직에 초대했습니다.',
      tried: '{actor|이/가} 계정을 조직에 초대하려 했으나 AWS가 거부했습니다.',
    },
    accepted: {
      done: '{actor|이/가} 핸드셰이크 {handshake|을/를} 수락했습니다. 계정 {account|이/가} 조직에 가입하거나 조직이 변경됩니다.',
      tried: '{actor|이/가} 조직의 핸드셰이크를 수락하려 했으나 AWS가 거부했습니다.',
    },
    removed: {
      done: '{actor|이/가} 계정 {target|을/를} 조직에서 제거했습니다.',
      tried: '{actor|이/가} 계정을 조직에서 제거하려 했으나 AWS가 거부했습니다.',
    },
    created: {
      done: '{actor|이/가} 조직에 계정을 생성했습니다.',
      tried: '{actor|이/가} 조직에 계정을 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
