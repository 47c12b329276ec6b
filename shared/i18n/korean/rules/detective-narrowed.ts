import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'Amazon Detective 비활성화 또는 범위 축소',
  why: '사람, 주소, 리소스 사이의 최대 1년치 연결이 사라지거나 계정이 빠집니다. 조사의 출발점이 되는 정보입니다.',
  fix: 'Detective를 다시 활성화하고 계정을 초대하세요. 삭제된 것은 되돌아오지 않으므로 해당 기간의 추적 로그를 보존하세요.',
  messages: {
    deleted: {
      done: '{actor|이/가} Detective 그래프 {resource|을/를} 데이터와 함께 삭제했습니다.',
      tried: '{actor|이/가} Detective 그래프 {resource|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
    members: {
      done: '{actor|이/가} {region}의 Detective에서 계정을 제외했습니다({eventName}).',
      tried: '{actor|이/가} {region}의 Detective에서 계정을 제외하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    automatic: {
      done: '{actor|이/가} {region}의 Detective에 새 계정이 자동으로 참여하지 않게 했습니다.',
      tried:
        '{actor|이/가} {region}의 Detective에 새 계정이 참여하는 방식을 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
