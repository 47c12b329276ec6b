import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'ECS 작업이 자신의 자격 증명을 읽도록 설정',
  why: '컨테이너 명령이 역할 자격 증명을 내주는 엔드포인트를 호출합니다. SDK가 알아서 하므로 어떤 프로그램도 이렇게 할 필요가 없습니다. 작업을 시작할 수 있는 사람이 작업 역할을 빼내는 방법입니다.',
  fix: '명령을 확인하세요. 작업을 중지하고 작업 정의를 등록 해제한 뒤 작업 역할의 세션을 취소하고, 다른 곳에서 그 역할로 호출한 내역을 찾으세요.',
  messages: {
    found: {
      done: '{actor|이/가} 컨테이너 자격 증명을 읽는 명령으로 {eventName|을/를} 호출했습니다. 명령: {command}',
      tried:
        '{actor|이/가} 컨테이너 자격 증명을 읽는 명령으로 {eventName|을/를} 호출했으나 성공하지 못했습니다. 명령: {command}',
    },
  },
} satisfies RuleTranslation;
