import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '사용자 또는 역할을 삭제하고 같은 이름으로 재생성',
  why: '이름을 신뢰하는 것은 계속 그 이름을 신뢰합니다. 다시 저장되는 버킷과 키의 정책, 도구, 사람, 예외 목록이 그렇습니다. 새로 만든 것은 자격 증명과 신뢰 정책이 다르고 이력이 없습니다.',
  fix: '작업한 사람에게 이유를 확인하세요. 새것과 옛것의 신뢰 정책, 권한, 태그를 비교하고 누가 사용하는지 확인하세요.',
  messages: {
    recreated:
      '{deleter|이/가} 삭제한 지 {minutes}분 안에 {creator|이/가} 같은 이름의 {kind} {name|을/를} 생성했습니다.',
  },
} satisfies RuleTranslation;
