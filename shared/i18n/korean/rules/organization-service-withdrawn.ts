import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '조직의 서비스 관리자 또는 액세스 회수',
  why: '액세스나 관리자를 잃은 보안 서비스는 계정을 더 이상 보지 못합니다. 조직 전체의 GuardDuty, Security Hub, 추적, Config가 그렇습니다.',
  fix: '액세스를 되돌리고 관리자를 다시 등록하세요. 각 계정에서 서비스가 아직 동작하는지 확인하세요.',
  messages: {
    deregistered: {
      done: '{actor|이/가} 계정 {delegate}에서 조직의 {servicePrincipal} 관리 권한을 회수했습니다.',
      tried: '{actor|이/가} 계정에서 서비스 관리 권한을 회수하려 했으나 AWS가 거부했습니다.',
    },
    disabled: {
      done: '{actor|이/가} {servicePrincipal}의 조직 액세스를 회수했습니다.',
      tried: '{actor|이/가} 서비스의 조직 액세스를 회수하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
