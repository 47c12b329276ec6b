import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '사용하지 않는 권한',
  why: '허용되었지만 쓰이지 않는 것은 침입자 말고는 아무도 모르게 제거할 수 있습니다.',
  fix: '정책에서 서비스와 작업을 조금씩 제거하세요. iam:PassRole은 AWS가 추적하지 않으므로 그대로 두세요.',
  messages: {
    unused:
      '{holder|은/는} AWS가 추적하는 범위에서 {limit}일 동안 권한 {count}개를 사용하지 않았습니다: {permissions}({granularity} 단위, {generated} 기준).',
    used: '{holder|은/는} 허용된 것을 사용합니다({granularity} 단위, {generated} 기준).',
    'no-holders': '계정에 자체 사용자와 역할이 없습니다.',
    young: '{holder|은/는} 생성된 지 얼마 되지 않아 무엇을 쓰지 않는지 판단할 수 없습니다.',
    idle: '{holder}의 사용 기록이 없습니다. role-unused에서 알립니다.',
    unknown: '{holder|이/가} 무엇을 쓰는지 알 수 없습니다: {cause}.',
  },
} satisfies CheckTranslation;
