import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 또는 서비스에 조직 전체 권한 부여',
  why: '위임 관리자는 Identity Center와 StackSets를 포함한 해당 서비스에서 조직 전체를 대신해 행동합니다. 신뢰할 수 있는 액세스는 서비스가 모든 계정에 역할을 만들 수 있게 합니다.',
  fix: '그 계정이 해당 서비스를 운영하는지 확인하세요. 아니라면 등록을 해제하고 다른 계정에서 한 일을 확인하세요.',
  messages: {
    registered: {
      done: '{actor|이/가} 계정 {delegate|을/를} 조직의 {servicePrincipal} 관리자로 지정했습니다.',
      tried: '{actor|이/가} 계정을 조직의 서비스 관리자로 지정하려 했으나 AWS가 거부했습니다.',
    },
    trusted: {
      done: '{actor|이/가} {servicePrincipal}에 조직 전체에 대한 액세스를 부여했습니다.',
      tried: '{actor|이/가} 서비스에 조직 전체에 대한 액세스를 부여하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
