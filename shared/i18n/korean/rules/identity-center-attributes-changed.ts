import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Identity Center의 액세스 제어 속성 변경',
  why: '이 속성은 모든 세션의 태그가 되고, 정책은 태그로 누가 무엇에 접근하는지 결정합니다. 스스로 설정하는 값에 매핑하면 접근 권한을 스스로 고르게 되고, 삭제하면 Deny가 막던 것이 열립니다.',
  fix: '매핑을 정책의 aws:PrincipalTag 조건과 비교해 되돌리세요.',
  messages: {
    mapped: {
      done: '{actor|이/가} 접근을 결정하는 사용자 속성을 변경했습니다: {attributes}.',
      tried: '{actor|이/가} 접근을 결정하는 사용자 속성을 변경하려 했으나 AWS가 거부했습니다.',
    },
    deleted: {
      done: '{actor|이/가} 사용자의 접근을 결정하는 속성을 삭제했습니다.',
      tried: '{actor|이/가} 사용자의 접근을 결정하는 속성을 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
