import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '계정 연락처 변경',
  why: 'AWS는 이 연락처로 침해와 보안 이벤트를 알립니다. 연락처를 바꾸면 경고를 숨기고, AWS Support를 통한 루트 사용자 탈취를 준비할 수 있습니다.',
  fix: '올바른 연락처로 되돌리고 루트 사용자의 이메일 주소를 확인하세요.',
  messages: {
    changed: {
      done: '{actor|이/가} 계정 {target}의 {contact} 연락처를 변경했습니다({eventName}).',
      tried:
        '{actor|이/가} 계정 {target}의 {contact} 연락처를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
