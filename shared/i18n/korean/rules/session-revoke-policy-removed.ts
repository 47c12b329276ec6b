import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '역할 세션 취소 해제',
  why: '누군가 탈취된 세션에 하듯 이 역할의 세션을 취소해 두었습니다. 아직 만료되지 않은 세션이 다시 동작합니다.',
  fix: '세션을 다시 취소하고(IAM 콘솔의 활성 세션 취소), 해제한 주체가 그 세션 중 하나인지 확인하세요.',
  messages: {
    deleted: '{actor|이/가} 역할 {role}의 이전 세션을 취소하는 정책을 삭제했습니다.',
    emptied:
      '{actor|이/가} 역할 {role}의 이전 세션을 취소하는 정책을 아무것도 거부하지 않는 정책으로 바꿨습니다.',
    unreadable:
      '{actor|이/가} 역할 {role}의 이전 세션을 취소하는 정책을 다시 작성했습니다. 문서를 읽을 수 없습니다({cause}).',
  },
} satisfies RuleTranslation;
