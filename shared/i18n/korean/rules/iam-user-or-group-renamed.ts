import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 사용자 또는 그룹의 이름 또는 경로 변경',
  why: '정책과 키는 그대로지만 ARN은 바뀝니다. 이름으로 찾는 규칙과 사람은 놓치고, 이전 ARN을 지정한 정책은 더 이상 적용되지 않으며, 경로를 지정한 정책은 새로 허용할 수 있습니다.',
  fix: '변경한 사람에게 확인하세요. 아니라면 이름을 되돌리고, 사용자가 새 이름으로 한 일을 확인하세요.',
  messages: {
    renamed: {
      done: '{actor|이/가} {resource}의 이름을 {name|으로/로} 변경했습니다.',
      tried: '{actor|이/가} {resource}의 이름이나 경로를 변경하려 했으나 AWS가 거부했습니다.',
    },
    moved: {
      done: '{actor|이/가} {resource|을/를} 경로 {path|으로/로} 옮겼습니다.',
      tried: '{actor|이/가} {resource|을/를} 경로 {path|으로/로} 옮기려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
