import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '액세스 키 외 장기 자격 증명 재활성화',
  why: 'SSH 키, 서비스별 자격 증명(Bedrock API 키 포함), 서명 인증서는 만료되지 않고 점검도 드뭅니다. 다시 동작하는 옛 자격 증명은 아무도 지켜보지 않는 백도어입니다.',
  fix: '소유자에게 용도를 확인하세요. 아무도 모른다면 비활성화하고 삭제하세요.',
  messages: {
    reactivated: '{actor|이/가} {sourceIp}에서 {user}의 {credential} {id|을/를} 다시 활성화했습니다.',
  },
} satisfies RuleTranslation;
