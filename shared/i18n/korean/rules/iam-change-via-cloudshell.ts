import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudShell에서 접근 권한 부여',
  why: '브라우저 세션을 탈취하면 키 없이도 AWS 자체 주소에서 동작하는 CloudShell 명령줄을 얻고, 클릭보다 빠르게 권한을 부여할 수 있습니다.',
  fix: '세션의 당사자에게 확인하세요. 본인이 아니라면 세션을 종료하고 자격 증명을 재설정한 뒤 부여한 권한을 되돌리세요. 세션의 다른 호출도 확인하세요.',
  messages: {
    granted: {
      done: '{actor|이/가} CloudShell에서 {target}에 대해 {eventName|을/를} 호출했습니다.',
      tried: '{actor|이/가} CloudShell에서 {target}에 대해 {eventName|을/를} 시도했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
