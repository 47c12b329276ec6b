import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '추적과 버킷 또는 키의 연결 차단',
  why: '추적은 여전히 기록 중이라고 표시되지만 쓸 수 없습니다. 버킷이 파일을 받지 않거나 키를 쓸 수 없기 때문입니다. 추적을 중지하면 눈에 띄지만 이 방법은 그렇지 않습니다.',
  fix: '정책, 암호화 또는 키를 되돌리고 추적 상태를 확인하세요(aws cloudtrail get-trail-status의 LatestDeliveryError). CloudTrail은 한동안 재시도하지만 그때까지 전달하지 못한 로그는 사라집니다.',
  messages: {
    bucket: {
      done: '{actor|이/가} 추적이 로그를 쓰는 {resource|을/를} 삭제했습니다.',
      tried: '{actor|이/가} 추적이 로그를 쓰는 {resource|을/를} 삭제하려 했으나 AWS가 거부했습니다.',
    },
    policy: {
      done: '{actor|이/가} CloudTrail의 로그 쓰기를 허용하는 정책을 {resource}에서 제거했습니다.',
      tried:
        '{actor|이/가} CloudTrail의 쓰기를 허용하는 정책을 {resource}에서 제거하려 했으나 AWS가 거부했습니다.',
    },
    encryption: {
      done: '{actor|이/가} 추적이 로그를 쓰는 {resource}의 암호화 키를 다른 키로 바꿨습니다.',
      tried:
        '{actor|이/가} 추적이 로그를 쓰는 {resource}의 암호화 키를 다른 키로 바꾸려 했으나 AWS가 거부했습니다.',
    },
    key: {
      done: '{actor|이/가} 추적이 암호화에 쓰는 {resource|을/를} 사용할 수 없게 만들었습니다({eventName}).',
      tried:
        '{actor|이/가} 추적이 암호화에 쓰는 {resource|을/를} 사용할 수 없게 만들려 했으나 AWS가 거부했습니다.',
    },
    keyPolicy: {
      done: '{actor|이/가} {resource}의 정책을 변경해 CloudTrail이 더 이상 이 키로 암호화할 수 없게 했습니다.',
      tried:
        '{actor|이/가} CloudTrail이 {resource|으로/로} 암호화할 수 없게 하는 정책을 설정하려 했으나 AWS가 거부했습니다.',
    },
    unknown: {
      done: '{actor|이/가} 추적에 필요한 {resource}에 해석할 수 없는 정책을 설정했습니다.',
      tried: '{actor|이/가} 추적에 필요한 {resource}의 정책을 변경하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
