import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '멤버 계정의 루트 세션 시작',
  why: '호출자는 15분 동안 멤버 계정의 루트로 행동합니다. 작업 범위 안에서 버킷과 큐 정책을 삭제하거나, 루트 비밀번호를 되살려 계정을 영구히 열 수 있습니다.',
  fix: '호출자에게 어떤 티켓의 작업인지 확인하세요. 아무도 모른다면 루트 세션을 끄고(DisableOrganizationsRootSessions) 호출자의 세션을 취소한 뒤 그 이후 멤버 계정에서 루트가 한 일을 확인하세요.',
  messages: {
    opened: {
      done: '{actor|이/가} {sourceIp}에서 {task} 작업을 위해 계정 {target}의 루트 세션을 시작했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 계정 {target}의 루트 세션을 시작하려 했으나 AWS가 거부했습니다.',
    },
    openedFirst: {
      done: '{actor|이/가} {sourceIp}에서 {task} 작업을 위해 계정 {target}의 루트 세션을 시작했습니다. 최근 {days}일 동안 처음입니다.',
      tried: '{actor|이/가} {sourceIp}에서 계정 {target}의 루트 세션을 시작하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
