import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자 로그인 실패',
  why: '누군가 루트 사용자의 이메일 주소를 알고 비밀번호를 시도하고 있습니다. MFA 단계에서 실패했다면 비밀번호가 이미 알려졌을 수 있습니다.',
  fix: '루트 비밀번호 관리자에게 본인인지 확인하세요. MFA 단계까지 갔는데 아무도 아니라면 오늘 루트 비밀번호를 바꾸고, 같은 주소에서 성공하는지 지켜보세요.',
  messages: {
    refused: '{sourceIp}에서 계정 {account}의 루트 사용자 로그인이 실패했습니다.',
    mfaReached:
      '{sourceIp}에서 계정 {account}의 루트 사용자 로그인이 MFA 단계에서 실패했습니다. 비밀번호가 알려졌을 수 있습니다.',
  },
} satisfies RuleTranslation;
