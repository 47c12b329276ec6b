import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '허용되지 않은 국가에서 콘솔 로그인',
  why: '그곳에서 일하는 사람은 없습니다. 도난된 비밀번호와 세션은 대부분 해외 또는 해외 VPN에서 사용됩니다.',
  fix: '본인이 출장 중이거나 VPN을 쓰는지 확인하세요. 아니라면 세션을 종료하고 비밀번호를 새로 설정하거나 자격 증명 공급자에서 비활성화한 뒤 세션이 한 일을 확인하세요.',
  messages: {
    abroad: '{actor|이/가} {place}의 {sourceIp}에서 콘솔에 로그인했습니다.',
  },
} satisfies RuleTranslation;
