import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '변경으로 자격 증명에 권한 상승 경로 발생',
  why: '이 자격 증명이 이미 가진 권한과 합치면 모든 것을 할 수 있거나 스스로 권한을 늘릴 수 있게 됩니다. 정책 이름이나 문서 하나만 봐서는 드러나지 않습니다.',
  fix: '변경 내용을 보고 이 자격 증명이 그 권한을 가져야 하는지 확인하세요. 아니라면 변경을 되돌리고 그 이후 한 일을 확인하세요.',
  messages: {
    administrator:
      '{actor|이/가} {policy} 변경으로 {holder|을/를} 관리자로 만들었습니다({eventName}, {basis}).',
    opened:
      '{actor|이/가} {policy} 변경으로 {holder}에 권한 상승 경로를 열었습니다({eventName}): {gains}({basis}).',
  },
} satisfies RuleTranslation;
