import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '파드 세션이 탐색에서 접근 확보로 진행',
  why: 'Kubernetes 서비스 계정의 한 세션이 자격 증명이나 시크릿을 찾고, 자격 증명을 얻고, 남을 방법을 만들었습니다. 한 시간 안에 두 종류 이상, 세 번 이상의 호출입니다. 애플리케이션은 이 중 하나만 하지만 파드의 침입자는 모두 합니다.',
  fix: '역할 세션을 취소하고 파드를 격리한 뒤 생성된 것을 되돌리세요. 이 액세스 키로 호출한 내역을 모두 확인하세요.',
  messages: {
    advanced:
      '역할 {role}의 세션(액세스 키 {accessKeyId})이 {minutes}분 안에 {kinds}종류의 서로 다른 호출을 {count}회 했습니다. 마지막은 {eventName}입니다.',
  },
} satisfies RuleTranslation;
