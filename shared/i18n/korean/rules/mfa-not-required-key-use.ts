import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'MFA 없이 액세스 키로 접근 권한 부여',
  why: '키만으로 누군가에게 더 많은 권한을 줄 수 있었습니다. 키는 노트북, 저장소, 로그를 통해 유출되며, 이 키를 찾은 사람은 스스로 관리자가 될 수 있습니다.',
  fix: '호출자가 사람이라면 MFA를 요구하는 역할(aws:MultiFactorAuthPresent)을 쓰게 하고 키에서 권한을 제거하세요. 소프트웨어라면 역할을 부여하세요. 아무도 모르는 호출이라면 키를 비활성화하세요.',
  messages: {
    granted:
      '{actor|이/가} {sourceIp}에서 MFA 없이 액세스 키 {accessKeyId|으로/로} {eventName|을/를} 호출했습니다.',
  },
} satisfies RuleTranslation;
