import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'MFA 없이 IAM 사용자의 콘솔 로그인',
  why: '추측하거나 재사용하거나 피싱한 비밀번호만으로 들어올 수 있었습니다. 비밀번호를 가진 사람은 어디서나 이 사용자로 활동합니다.',
  fix: '사용자에게 본인인지 확인하세요. 아니라면 로그인 프로필을 삭제하고 액세스 키를 비활성화하세요. 본인이라면 MFA를 등록하게 하고 정책에서 aws:MultiFactorAuthPresent를 요구하세요.',
  messages: {
    signedIn: '{actor|이/가} {sourceIp}에서 비밀번호만으로 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
