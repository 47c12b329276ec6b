import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '비밀번호 정책 반복 조회',
  why: '비밀번호를 추측하기 전에는 어떤 비밀번호가 허용되는지부터 확인합니다. 훔친 키를 살펴보는 도구도 다른 정보와 함께 이것을 조회합니다.',
  fix: '같은 시간대에 호출자가 또 무엇을 조회했는지 확인하세요. 감사 도구라면 조치할 것이 없고, 사람이나 서버라면 확인하세요.',
  messages: {
    read: '{actor|이/가} {minutes}분 동안 비밀번호 정책을 {times}회 조회했습니다. 마지막 조회는 {sourceIp}에서 했습니다.',
  },
} satisfies RuleTranslation;
