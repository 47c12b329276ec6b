import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center를 통한 로그인',
  why: '누가 로그인해 어떤 계정으로 들어갔는지, 접근 권한 검토를 위한 목록입니다.',
  fix: '즉시 할 일은 없습니다. 목록을 재직자 명단과 대조하세요.',
  messages: {
    signedIn: '{person|이/가} {sourceIp}에서 IAM Identity Center를 통해 로그인했습니다({eventName}).',
  },
} satisfies RuleTranslation;
