import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '비정상적인 서비스 연결 역할 생성 또는 제거',
  why: '서비스 연결 역할은 계정을 서비스에 열어 주며 권한 경계나 서비스 제어 정책으로 제한되지 않습니다. 제거되었다면 감시 서비스 등이 계정에서 빠졌다는 뜻입니다.',
  fix: '누가 서비스를 원했는지 확인하세요. 역할이 제거되기 전에 서비스에 무슨 일이 있었는지 살펴보세요.',
  messages: {
    suffixed:
      '{actor|이/가} {service}의 서비스 연결 역할 {role|을/를} 접미사 {suffix|이/가} 붙은 이름으로 만들었습니다.',
    unusual:
      '{actor|이/가} {service}의 서비스 연결 역할 {role|을/를} 직접 만들었습니다. 최근 한 달 동안 처음입니다.',
    removed: '{actor|이/가} 계정을 감시하는 서비스의 역할 {role|을/를} 제거했습니다.',
  },
} satisfies RuleTranslation;
