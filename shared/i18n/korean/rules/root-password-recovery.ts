import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 비밀번호 복구 사용',
  why: '복구에는 루트 주소로 온 메일 한 통이면 됩니다. 메일함을 훔친 사람은 이렇게 루트가 됩니다. 복구가 완료되면 계정 소유자가 차단됩니다.',
  fix: '루트 관리자에게 누가 시작했는지 확인하세요. 아무도 아니라면 먼저 루트 메일함을 보호하고, 직접 비밀번호를 복구한 뒤 루트의 MFA 장치를 확인하고 AWS Support에 연락하세요.',
  messages: {
    requested: {
      done: '{sourceIp}에서 계정 {account}의 루트 비밀번호 복구가 요청되었습니다.',
      tried: '{sourceIp}에서 계정 {account}의 루트 비밀번호 복구가 시도되었으나 성공하지 못했습니다.',
    },
    completed: {
      done: '{sourceIp}에서 계정 {account}의 루트 비밀번호가 복구를 통해 교체되었습니다.',
      tried:
        '누군가 {sourceIp}에서 복구를 통해 계정 {account}의 루트 비밀번호를 교체하려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
