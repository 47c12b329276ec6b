import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS 리전 활성화',
  why: '공격자는 아무도 보지 않는 리전을 열어 채굴하거나, 탐지기가 없는 곳에 인스턴스를 숨깁니다.',
  fix: '프로젝트에 필요하지 않다면 리전을 다시 비활성화하고, 그곳에서 시작된 것이 있는지 확인하세요.',
  messages: {
    enabled: '{actor|이/가} 계정 {target}에서 리전 {enabled|을/를} 활성화했습니다.',
  },
} satisfies RuleTranslation;
