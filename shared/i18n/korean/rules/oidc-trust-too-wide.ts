import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'OIDC 공급자의 타인에게 역할 개방',
  why: '역할이 누구의 것인지 정하지 않고 공급자의 토큰을 신뢰합니다. GitHub 같은 공급자라면 그곳에 계정이 있는 누구나를 뜻합니다.',
  fix: '토큰 주체에 대한 조건을 추가하고(GitHub은 repo:조직/저장소:…, Cognito는 audience) 역할 세션을 취소하세요.',
  messages: {
    anyTenant:
      '{actor|이/가} 역할 {role|을/를} {providers}의 모든 고객에게 개방했습니다. 토큰 주체를 제한하지 않습니다.',
    anyIdentityPool:
      '{actor|이/가} 역할 {role|을/를} 모든 AWS 계정의 Cognito 자격 증명 풀에 개방했습니다. audience를 제한하지 않습니다.',
    anyWorkload: '{actor|이/가} 역할 {role|을/를} {providers}의 모든 토큰에 개방했습니다.',
    anyRepository: '{actor|이/가} 역할 {role|을/를} GitHub 조직의 모든 저장소와 브랜치에 개방했습니다.',
    unreadable: '{actor|이/가} 역할 {role}에 해석할 수 없는 신뢰 정책을 작성했습니다({cause}).',
  },
} satisfies RuleTranslation;
