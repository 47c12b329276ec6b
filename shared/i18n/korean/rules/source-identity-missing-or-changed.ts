import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '소스 자격 증명 없이 역할 수임',
  why: '모든 세션에 사용자의 이름이 담기도록 요구하고 있습니다. 이름이 없으면 이 세션이 한 일을 같은 역할을 쓰는 다른 사람의 일과 구분할 수 없습니다.',
  fix: '누가 역할을 수임했는지 확인하고, 신뢰 정책에서 소스 자격 증명을 요구하세요(sts:SetSourceIdentity 작업, sts:SourceIdentity 조건).',
  messages: {
    missing: '{actor|이/가} 소스 자격 증명 없이 역할 {role|을/를} 수임했습니다.',
    changed:
      '{actor|이/가} 소스 자격 증명 {inherited} 대신 {given|으로/로} 역할 {role|을/를} 수임했습니다. AWS가 허용해서는 안 되는 일입니다.',
  },
} satisfies RuleTranslation;
