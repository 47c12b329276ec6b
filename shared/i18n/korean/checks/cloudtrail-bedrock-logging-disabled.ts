import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'Amazon Bedrock 호출 미기록',
  why: '요즘 훔친 키는 모델 사용에 쓰이며, 몇 주 뒤 청구서에서야 드러납니다.',
  fix: '추적에서 쓰기 관리 이벤트 또는 AWS::Bedrock 리소스의 데이터 이벤트를 기록하세요.',
  messages: {
    none: '기록 중인 추적 가운데 Amazon Bedrock 호출을 기록하는 것이 없습니다.',
    some: 'Amazon Bedrock 호출은 {trails|이/가} 기록합니다.',
    unknown: 'Amazon Bedrock 호출이 기록되는지 알 수 없습니다. 추적의 상태나 선택기를 읽지 못했습니다.',
  },
} satisfies CheckTranslation;
