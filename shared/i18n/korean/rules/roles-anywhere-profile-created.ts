import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM Roles Anywhere로 인증서에 역할 개방',
  why: '신뢰하는 인증 기관의 인증서를 가진 사람은 세계 어디서나 프로파일의 역할을 수임할 수 있습니다.',
  fix: 'AWS 외부 장비용 역할이 맞는지 확인하세요. 아니라면 프로파일을 비활성화하고 그 이후의 CreateSession 호출을 찾으세요.',
  messages: {
    created: {
      done: '{actor|이/가} {roles|을/를} 내주는 Roles Anywhere 프로파일 {profile|을/를} 만들었습니다.',
      tried: '{actor|이/가} Roles Anywhere 프로파일을 만들려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
