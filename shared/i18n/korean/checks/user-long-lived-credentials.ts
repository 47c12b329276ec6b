import type { CheckTranslation } from '../../translation.ts';
import { sharedMessages as shared } from '../shared-messages.ts';

export const translation = {
  title: '액세스 키로 AWS 서비스를 사용하는 사용자',
  why: '장기 키로 하는 일은 키의 사본을 가진 누구나 할 수 있습니다. 역할의 자격 증명은 스스로 끝납니다.',
  fix: '프로그램에 역할을 주거나(인스턴스 프로파일, IRSA, Roles Anywhere) 키로는 역할 수임만 하게 하세요.',
  messages: {
    works: '{user|은/는} 활성 액세스 키가 있고 최근 {window}일 동안 {services|을/를} 호출했습니다.',
    'sign-in-only': '{user|은/는} 활성 액세스 키가 있고 최근 {window}일 동안 IAM과 STS만 호출했습니다.',
    'no-key': '{user}에 활성 액세스 키가 없습니다.',
    'no-users': shared.noUsers,
    'calls-unknown': '활성 액세스 키가 있는 {user|이/가} 무엇을 호출했는지 알 수 없습니다: {cause}.',
  },
} satisfies CheckTranslation;
