import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'API 자격 증명을 콘솔 로그인 링크로 변환',
  why: '훔친 임시 자격 증명을 가진 공격자는 aws_consoler 같은 도구로 비밀번호나 MFA 없이 콘솔을 여는 링크를 만듭니다. 새 세션은 어떤 키가 도난되었는지 숨깁니다.',
  fix: '세션의 당사자에게 명령줄에서 콘솔을 열었는지 확인하세요. 아니라면 역할 세션을 취소하고 자격 증명이 유출된 곳을 찾으세요.',
  messages: {
    issued: {
      done: '{actor|이/가} {sourceIp}에서 자신의 자격 증명을 콘솔 로그인 토큰으로 바꿨습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 자신의 자격 증명을 콘솔 로그인 토큰으로 바꾸려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
