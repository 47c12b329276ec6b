import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '관리형 정책의 적용 버전 변경',
  why: '이 정책을 가진 모든 주체에 이제 새 버전의 내용이 적용됩니다. 정책을 가진 호출자가 스스로 권한을 늘릴 수 있고, 폐기한 옛 버전을 되살릴 수도 있습니다.',
  fix: '적용된 버전을 이전 버전과 비교하세요(aws iam get-policy-version). 아무도 요청하지 않은 변경이라면 이전 버전을 다시 기본으로 설정하고 새 버전을 삭제하세요.',
  messages: {
    created: {
      done: '{actor|이/가} 정책 {resource|을/를} 변경했습니다. 새 버전 {version|이/가} 적용 중입니다.',
      tried: '{actor|이/가} {resource}의 새 버전을 작성하려 했으나 AWS가 거부했습니다.',
    },
    switched: {
      done: '{actor|이/가} 정책 {resource}의 버전 {version|을/를} 적용했습니다.',
      tried: '{actor|이/가} {resource}의 다른 버전을 적용하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
