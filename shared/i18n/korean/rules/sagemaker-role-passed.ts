import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '처음 보는 주체의 SageMaker 역할 전달',
  why: 'SageMaker 노트북과 작업은 역할의 자격 증명으로 어떤 코드든 실행합니다. 이 역할을 전달한 적 없는 호출자는 그 권한을 노리는 것일 수 있습니다(pathfinding.cloud sagemaker-001~003).',
  fix: '호출자에게 작업이나 노트북의 용도를 확인하세요. 답이 없으면 중지하고 역할 세션을 취소한 뒤 그 역할로 호출한 내역을 확인하세요.',
  messages: {
    passed:
      '{actor|이/가} 역할 {roles|을/를} SageMaker에 전달했습니다({eventName}). 최근 일주일 동안 처음입니다.',
  },
} satisfies RuleTranslation;
