import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Glue 개발 엔드포인트의 역할로 셸 개방',
  why: '개발 엔드포인트는 SSH로 로그인하고 역할의 자격 증명을 갖는 장비입니다. 역할을 전달하거나 SSH 키를 넣을 수 있는 사람은 그 역할을 갖게 됩니다(pathfinding.cloud glue-001, glue-002).',
  fix: '필요한 엔드포인트인지 확인하세요. Glue 2.0 이후에는 없으므로 필요한 경우가 거의 없습니다. 아니라면 삭제하고 역할 세션을 취소하세요.',
  messages: {
    created: {
      done: '{actor|이/가} 역할 {role|으로/로} Glue 개발 엔드포인트 {endpoint|을/를} 만들었습니다.',
      tried: '{actor|이/가} Glue 개발 엔드포인트({resource})를 만들려 했으나 AWS가 거부했습니다.',
    },
    updated: {
      done: '{actor|이/가} Glue 개발 엔드포인트 {endpoint}의 SSH 키 등을 변경했습니다.',
      tried: '{actor|이/가} Glue 개발 엔드포인트({resource})를 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
