import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 사용자의 액세스 키 생성',
  why: '시크릿은 키를 만든 사람이 갖고 있고, 이후의 모든 사용은 소유자의 행동처럼 보입니다. 키는 만료되지 않으므로, 관리자 세션을 한 시간 손에 넣은 공격자가 흔히 남기는 백도어입니다.',
  fix: '소유자에게 키를 요청했는지 확인하세요. 아니라면 키를 삭제하고 키로 호출한 내역을 확인한 뒤, 키를 만든 주체의 자격 증명도 유출된 것으로 처리하세요.',
  messages: {
    created: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 액세스 키 {accessKeyId|을/를} 생성했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 {user}의 액세스 키를 생성하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
