import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail이 기록하지 못할 만큼 큰 파라미터의 호출',
  why: 'CloudTrail은 너무 큰 파라미터를 생략합니다. 정책을 공백으로 부풀리면 그 내용이 어떤 로그에도 남지 않습니다.',
  fix: '현재 적용된 내용을 읽고(aws iam get-policy-version, get-role, get-role-policy 등), 왜 그렇게 컸는지 호출자에게 확인하세요.',
  messages: {
    omitted:
      '{actor|이/가} CloudTrail이 기록하지 못할 만큼 큰 파라미터로 {eventName|을/를} 호출했습니다. 설정한 내용이 로그에 없습니다.',
  },
} satisfies RuleTranslation;
