import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 그룹에 사용자 추가',
  why: '멤버가 되면 그룹의 모든 정책을 갖게 되지만 사용자의 정책에는 나타나지 않습니다. 자신을, 또는 누군가를 관리자 그룹에 넣는 것은 권한 상승입니다.',
  fix: '사용자가 그룹의 권한을 가져야 하는지 확인하세요. 아니라면 그룹에서 제거하고 그동안 한 일을 확인하세요.',
  messages: {
    self: {
      done: '{actor|이/가} 자신을 IAM 그룹 {group}에 추가했습니다.',
      tried: '{actor|이/가} 자신을 IAM 그룹 {group}에 추가하려 했으나 AWS가 거부했습니다.',
    },
    privileged: {
      done: '{actor|이/가} 사용자 {user|을/를} 특권 그룹인 IAM 그룹 {group}에 추가했습니다({reason}).',
      tried:
        '{actor|이/가} 특권 그룹인 IAM 그룹 {group}에 사용자를 추가하려 했으나({reason}) AWS가 거부했습니다.',
    },
    added: {
      done: '{actor|이/가} 사용자 {user|을/를} IAM 그룹 {group}에 추가했습니다.',
      tried: '{actor|이/가} IAM 그룹 {group}에 사용자를 추가하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
