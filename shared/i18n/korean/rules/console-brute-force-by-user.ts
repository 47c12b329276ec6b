import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 사용자의 비밀번호 추측',
  why: '여러 주소를 포함해 누군가 한 사용자의 비밀번호를 연달아 시도합니다. AWS는 사용자를 잠그지 않습니다. 실패 뒤의 성공은 추측이 맞은 것일 가능성이 큽니다.',
  fix: '로그인이 뒤따랐다면 사용자에게 확인하고, 본인이 아니라면 로그인 프로필을 삭제하고 액세스 키를 비활성화한 뒤 세션이 한 일을 확인하세요. 아니라면 사용자에게 MFA가 있는지 확인하세요.',
  messages: {
    guessed:
      '{user}의 로그인이 {minutes}분 안에 {failures}회 실패했습니다. 마지막 시도는 {sourceIp}에서 있었습니다.',
    entered: '{failures}회 실패한 뒤 누군가 {from}에서 {user|으로/로} 로그인했습니다.',
  },
} satisfies RuleTranslation;
