import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'KMS 키의 가져온 키 구성 요소 반입 또는 삭제',
  why: '가져온 키 구성 요소를 삭제하면 삭제 대기 기간 없이 키를 즉시 쓸 수 없게 됩니다. 공격자가 가져온 구성 요소는 공격자도 알고 있으므로, 그 키로 암호화된 데이터가 인질이 됩니다.',
  fix: '키 구성 요소 관리자에게 확인하세요. 삭제된 키는 보관 중인 같은 구성 요소를 다시 가져오면 동작합니다. 외부의 구성 요소를 가져온 경우 키를 비활성화하고 그 이후의 데이터를 다시 암호화하세요.',
  messages: {
    imported: {
      done: '{actor|이/가} KMS 키 {resource}에 키 구성 요소를 가져왔습니다.',
      tried: '{actor|이/가} KMS 키 {resource}에 키 구성 요소를 가져오려 했으나 성공하지 못했습니다.',
    },
    deleted: {
      done: '{actor|이/가} KMS 키 {resource}의 가져온 키 구성 요소를 삭제했습니다. 지금부터 이 키를 쓸 수 없습니다.',
      tried: '{actor|이/가} KMS 키 {resource}의 가져온 키 구성 요소를 삭제하려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
