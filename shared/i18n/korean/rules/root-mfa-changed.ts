import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 MFA 변경',
  why: '장치가 없으면 루트 사용자는 비밀번호 하나만 남습니다. 공격자가 추가한 장치는 비밀번호를 재설정한 뒤에도 공격자가 남아 있게 합니다.',
  fix: '루트 관리자에게 변경을 확인하세요. 아무도 아니라면 루트로 로그인해 모르는 장치를 제거하고, 직접 장치를 등록한 뒤 비밀번호를 바꾸세요.',
  messages: {
    removed: {
      done: '{actor|이/가} {sourceIp}에서 계정 {account}의 루트 사용자 MFA 장치를 비활성화했습니다.',
      tried: '{actor|이/가} 계정 {account}의 루트 사용자 MFA 장치를 비활성화하려 했으나 AWS가 거부했습니다.',
    },
    added: {
      done: '{actor|이/가} {sourceIp}에서 계정 {account}의 루트 사용자에 MFA 장치를 추가했습니다.',
      tried: '{actor|이/가} 계정 {account}의 루트 사용자에 MFA 장치를 추가하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
