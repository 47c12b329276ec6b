import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 또는 네트워크의 보안 설정 약화',
  why: '전체를 한 번에 보호하던 장치가 사라졌지만 개별 리소스는 바뀌지 않아 눈에 띄지 않습니다. 이후의 공개 스냅샷이나 숨은 연결을 막을 것이 없습니다.',
  fix: '계정 담당자의 결정이 아니라면 다시 켜고, 그 이후 호출자가 공개하거나 연결한 것을 확인하세요.',
  messages: {
    weakened: {
      done: '{actor|이/가} {eventName|을/를} 호출했습니다. {region}의 계정 {account}에서 다음 보호가 해제되었습니다: {lost}.',
      tried:
        '{actor|이/가} {region}의 계정 {account}에서 다음 보호를 해제하는 {eventName|을/를} 호출하려 했으나 AWS가 거부했습니다: {lost}.',
    },
  },
} satisfies RuleTranslation;
