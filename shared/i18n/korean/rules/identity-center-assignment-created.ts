import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Identity Center를 통한 계정 접근 부여',
  why: '할당은 사람이나 그룹이 권한 세트가 허용하는 모든 것을 가지고 계정에 들어오게 합니다. Identity Center를 운영하는 계정이라면 대체로 조직 전체를 제어할 수 있습니다.',
  fix: '변경 요청에 사람, 권한 세트, 계정이 적혀 있는지 확인하세요. 아니라면 할당을 삭제하고 그 사람의 세션을 종료하세요.',
  messages: {
    here: {
      done: '{actor|이/가} {principal}에게 Identity Center를 운영하는 계정 {target}에 대한 접근을 권한 세트 {permissionSet|으로/로} 부여했습니다({eventName}).',
      tried:
        '{actor|이/가} {principal}에게 Identity Center를 운영하는 계정 {target}에 대한 접근을 부여하려 했으나 AWS가 거부했습니다.',
    },
    newCaller: {
      done: '최근 한 달 동안 처음으로 {actor|이/가} {principal}에게 계정 {target}에 대한 접근을 권한 세트 {permissionSet|으로/로} 부여했습니다({eventName}).',
      tried:
        '최근 한 달 동안 처음으로 {actor|이/가} 누군가에게 계정 접근을 부여하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
