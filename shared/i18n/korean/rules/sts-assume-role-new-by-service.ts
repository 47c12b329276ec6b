import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '서비스의 첫 역할 수임',
  why: 'Lambda, EC2 등은 주어진 역할로 어떤 코드든 실행합니다. 그런 서비스가 가진 적 없던 역할이라면 그 권한을 노리고 전달되었을 수 있습니다.',
  fix: '직전에 이 역할로 만들어진 함수, 인스턴스, 작업과 만든 사람을 찾으세요.',
  messages: {
    assumed: '서비스 {service|이/가} 역할 {role|을/를} 수임했습니다. 최근 5일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
