import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '루트 사용자의 이메일 주소 변경',
  why: '이 주소의 메일함으로 루트 비밀번호를 재설정할 수 있습니다. 자신의 메일함으로 바꾼 사람이 계정을 갖게 되고, 이전 소유자는 되찾을 수 없습니다.',
  fix: '계정 담당자에게 주소를 확인하세요. 조직의 누구도 바꾸지 않았다면 루트 비밀번호가 재설정되기 전에 관리 계정(Account Management)에서 되돌리거나 AWS Support에 연락하세요.',
  messages: {
    started: {
      done: '{actor|이/가} {target}의 루트 이메일 주소 변경을 시작했습니다.',
      tried: '{actor|이/가} {target}의 루트 이메일 주소 변경을 시작하려 했으나 AWS가 거부했습니다.',
    },
    changed: {
      done: '{actor|이/가} {target}의 루트 이메일 주소를 변경했습니다.',
      tried: '{actor|이/가} {target}의 루트 이메일 주소를 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
