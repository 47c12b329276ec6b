import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '여러 인스턴스의 사용자 데이터 요청 거부',
  why: '인스턴스 시작 스크립트에는 비밀번호와 키가 들어 있는 경우가 많습니다. 누군가 인스턴스를 하나씩 돌며 요청하고 있습니다.',
  fix: '누가 이 자격 증명을 갖고 있는지 확인하세요. 아무도 실행하지 않았다면 자격 증명을 취소하고, 비밀 정보를 사용자 데이터에서 옮기세요.',
  messages: {
    refused: '{actor|이/가} 10분 안에 인스턴스 {count}개의 사용자 데이터를 요청했으나 거부되었습니다.',
  },
} satisfies RuleTranslation;
