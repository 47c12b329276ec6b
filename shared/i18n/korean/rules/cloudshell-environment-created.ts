import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudShell 실행',
  why: 'CloudShell은 키 없이 쓸 수 있는 계정 내부의 명령줄입니다. 콘솔 세션을 탈취한 공격자는 어떤 네트워크 허용 목록도 막지 못하는 AWS 주소에서 더 빠르게 작업할 수 있습니다.',
  fix: '본인이 실행했는지 확인하세요. 아니라면 세션을 종료하고 CloudShell에서 호출한 내역을 확인하세요. 호출의 사용자 에이전트에 CloudShell이 표시됩니다.',
  messages: {
    opened: '{actor|이/가} {sourceIp}에서 {region}의 CloudShell을 실행했습니다.',
    openedFirst:
      '{actor|이/가} {sourceIp}에서 {region}의 CloudShell을 실행했습니다. 최근 {days}일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
