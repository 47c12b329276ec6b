import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudTrail Lake의 수집 범위 또는 보존 기간 축소',
  why: '이벤트 데이터 스토어가 더 이상 받지 않거나 버린 것은 사고 후에 검색할 수 없습니다. 채널이 없으면 다른 출처의 기록은 아예 도착하지 않습니다.',
  fix: '이벤트 데이터 스토어를 이전 상태(CloudTrail의 앞선 호출에 있습니다)와 비교해 되돌리세요. 아직 보내는 출처가 있으면 채널을 다시 만드세요.',
  messages: {
    store: {
      done: '{actor|이/가} 이벤트 데이터 스토어 {resource}의 {what|을/를} 변경했습니다.',
      tried: '{actor|이/가} 이벤트 데이터 스토어 {resource|을/를} 변경하려 했으나 AWS가 거부했습니다.',
    },
    channel: {
      done: '{actor|이/가} 다른 출처의 기록이 CloudTrail에 도달하는 채널 {resource|을/를} 변경하거나 삭제했습니다({eventName}).',
      tried: '{actor|이/가} CloudTrail 채널을 변경하거나 삭제하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    policy: {
      done: '{actor|이/가} {resource}의 정책을 삭제했습니다. 이 정책으로 보내거나 읽던 주체는 더 이상 그럴 수 없습니다.',
      tried: '{actor|이/가} {resource}의 정책을 삭제하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
