import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail Insights, Lake 또는 위임 관리자 해제',
  why: '비정상 활동을 알아차릴 수 없게 되거나, 조사에 필요한 수년간의 검색 가능한 이력이 멈추거나 사라집니다.',
  fix: '선택기를 되돌리거나, 수집을 다시 시작하거나, 이벤트 데이터 스토어를 복원하세요. 삭제 후 7일까지 복원할 수 있습니다.',
  messages: {
    insights: {
      done: '{actor|이/가} {resource}의 CloudTrail Insights를 껐습니다.',
      tried: '{actor|이/가} {resource}의 CloudTrail Insights를 변경하려 했으나 AWS가 거부했습니다.',
    },
    ingestion: {
      done: '{actor|이/가} 이벤트 데이터 스토어 {resource}의 수집을 중지했습니다.',
      tried: '{actor|이/가} 이벤트 데이터 스토어 {resource}의 수집을 중지하려 했으나 AWS가 거부했습니다.',
    },
    store: {
      done: '{actor|이/가} 이벤트 데이터 스토어 {resource|을/를} 삭제했습니다.',
      tried: '{actor|이/가} 이벤트 데이터 스토어 {resource|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
    delegate: {
      done: '{actor|이/가} {resource}의 조직 CloudTrail 관리 권한을 해제했습니다.',
      tried: '{actor|이/가} 조직 CloudTrail의 위임 관리자를 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
