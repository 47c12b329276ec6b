import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Identity Center와 디렉터리의 동기화 변경',
  why: '필터는 Active Directory의 어떤 사람과 그룹이 Identity Center의 사람과 그룹이 되어 할당된 권한을 갖는지 정합니다. 동기화가 없으면 퇴사자의 접근이 유지됩니다.',
  fix: '필터를 의도한 그룹과 비교하세요. 동기화를 다시 시작하고 그동안 누가 들어왔거나 남았는지 확인하세요.',
  messages: {
    who: {
      done: '{actor|이/가} IAM Identity Center에 동기화되는 사람과 그룹을 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} IAM Identity Center에 동기화되는 사람과 그룹을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    where: {
      done: '{actor|이/가} 디렉터리와 IAM Identity Center의 동기화 방식을 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} 디렉터리와 IAM Identity Center의 동기화 방식을 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    stopped: {
      done: '{actor|이/가} 디렉터리와 IAM Identity Center의 동기화를 중지했습니다. 퇴사자의 접근이 유지됩니다.',
      tried: '{actor|이/가} 디렉터리와 IAM Identity Center의 동기화를 중지하려 했으나 AWS가 거부했습니다.',
    },
    started: {
      done: '{actor|이/가} 디렉터리와 IAM Identity Center의 동기화를 시작했습니다.',
      tried: '{actor|이/가} 디렉터리와 IAM Identity Center의 동기화를 시작하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
