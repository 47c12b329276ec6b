import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '다른 계정의 자격 증명으로 VPC 엔드포인트 사용',
  why: '네트워크 안의 장비가 외부 계정의 자격 증명을 갖고 있습니다. 이것으로 데이터를 반출할 수 있고, 그 호출은 이 계정이 아니라 상대 계정에 기록됩니다.',
  fix: '주소로 장비와 실행 중인 것을 찾으세요. 엔드포인트를 조직(aws:PrincipalOrgID)과 조직의 리소스(aws:ResourceOrgID)로 제한하세요.',
  messages: {
    foreign: {
      done: '계정 {principalAccount}의 자격 증명을 가진 누군가가 {sourceIp}에서 VPC 엔드포인트 {endpoint|을/를} 통해 {service}의 {eventName|을/를} 호출했습니다.',
      tried:
        '계정 {principalAccount}의 자격 증명을 가진 누군가가 {sourceIp}에서 VPC 엔드포인트 {endpoint|을/를} 통해 {service}의 {eventName|을/를} 호출하려 했으나 성공하지 못했습니다.',
    },
  },
} satisfies RuleTranslation;
