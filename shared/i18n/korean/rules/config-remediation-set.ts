import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS Config가 역할로 작업하도록 설정',
  why: '규칙이 결함을 찾을 때마다 자동화 문서가 역할로 실행되며, 결함은 누구나 만들 수 있습니다. 갖지 않은 권한으로 행동하고, 정리 후에도 반복하는 방법입니다.',
  fix: '문서와 역할의 권한을 확인하세요. 보안 팀의 누구도 설정하지 않았다면 수정 작업을 삭제하세요.',
  messages: {
    set: {
      done: '{actor|이/가} 규칙 {rule}의 결함에 대해 AWS Config가 {role|으로/로} {document|을/를} 실행하게 했습니다.',
      tried: '{actor|이/가} 규칙의 결함에 대해 AWS Config가 문서를 실행하게 하려 했으나 AWS가 거부했습니다.',
    },
    automatic: {
      done: '{actor|이/가} 규칙 {rule}의 결함에 대해 AWS Config가 {role|으로/로} {document|을/를} 자동 실행하게 했습니다.',
      tried:
        '{actor|이/가} 규칙 {rule}의 결함에 대해 AWS Config가 {role|으로/로} {document|을/를} 자동 실행하게 하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
