import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '인스턴스 프로파일에 역할 추가',
  why: '이 프로파일을 쓰는 모든 인스턴스가, 이미 실행 중인 것까지 지금부터 이 역할의 자격 증명을 내줍니다.',
  fix: '장비용 역할인지 확인하세요. 아니라면 프로파일에서 제거하고 세션을 취소하세요.',
  messages: {
    added: {
      done: '{actor|이/가} 인스턴스 프로파일 {profile}에 역할 {role|을/를} 추가했습니다.',
      tried: '{actor|이/가} {resource}에 역할을 추가하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
