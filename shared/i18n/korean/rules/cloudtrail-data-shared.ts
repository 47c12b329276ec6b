import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail 기록을 타인에게 개방',
  why: '조직의 추적을 관리하는 주체는 모든 추적을 중지할 수 있고, 이벤트 데이터 스토어를 읽는 주체는 누가 언제 어디서 어떤 키로 일하는지 알며, 채널에 쓰는 주체는 거짓 기록을 추가할 수 있습니다.',
  fix: '계정이나 역할이 보안 팀의 것인지 확인하세요. 아니라면 관리자 등록을 해제하고, 정책을 삭제하거나 페더레이션을 비활성화하세요.',
  messages: {
    administrator: {
      done: '{actor|이/가} 계정 {delegate|을/를} 조직의 CloudTrail 관리자로 지정했습니다.',
      tried: '{actor|이/가} 계정을 조직의 CloudTrail 관리자로 지정하려 했으나 AWS가 거부했습니다.',
    },
    shared: {
      done: '{actor|이/가} CloudTrail의 {resource|을/를} {principals}에 개방했습니다.',
      tried: '{actor|이/가} CloudTrail의 {resource|을/를} {principals}에 개방하려 했으나 AWS가 거부했습니다.',
    },
    changed: {
      done: '{actor|이/가} CloudTrail의 {resource|을/를} 사용할 수 있는 주체를 변경했습니다.',
      tried:
        '{actor|이/가} CloudTrail의 {resource|을/를} 사용할 수 있는 주체를 변경하려 했으나 AWS가 거부했습니다.',
    },
    unreadable: {
      done: '{actor|이/가} CloudTrail의 {resource}에 해석할 수 없는 정책을 작성했습니다: {cause}.',
      tried:
        '{actor|이/가} CloudTrail의 {resource}에 해석할 수 없는 정책({cause})을 작성하려 했으나 AWS가 거부했습니다.',
    },
    federated: {
      done: '{actor|이/가} 역할 {role|으로/로} 이벤트 데이터 스토어 {resource|을/를} 다른 서비스의 쿼리에 개방했습니다.',
      tried:
        '{actor|이/가} 이벤트 데이터 스토어 {resource|을/를} 다른 서비스의 쿼리에 개방하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
