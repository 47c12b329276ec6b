import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Lambda 함수의 접근 권한 부여',
  why: '강력한 역할을 가진 함수는 권한 상승 통로입니다. 코드를 바꾸거나 페이로드를 실행시킬 수 있는 사람은 그 역할로 권한을 부여하면서 기계의 흔적만 남깁니다.',
  fix: '역할로 함수를 찾아 담당자에게 확인하세요. 함수의 업무가 아니라면 부여한 권한을 되돌리고, 그 이전의 lambda:UpdateFunctionCode와 lambda:CreateFunction을 찾은 뒤 역할에서 해당 권한을 제거하세요.',
  messages: {
    granted: {
      done: '역할 {role|을/를} 사용하는 Lambda 함수가 {target}에 대해 {eventName|을/를} 호출했습니다.',
      tried:
        '역할 {role|을/를} 사용하는 Lambda 함수가 {target}에 대해 {eventName|을/를} 시도했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
