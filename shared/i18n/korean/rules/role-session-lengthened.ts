import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '평소보다 긴 역할 세션',
  why: '세션이 길수록 도난된 세션도 오래 쓸 수 있습니다. 침입자는 떠나기 전에 최대치인 12시간을 설정합니다.',
  fix: '최대 세션 시간을 업무에 필요한 만큼으로 되돌리세요. 기본값은 1시간입니다. 이유를 아는 사람이 없으면 역할 세션을 취소하세요.',
  messages: {
    raised: '{actor|이/가} 역할 {role}의 최대 세션 시간을 {hours}시간으로 늘렸습니다.',
    longer: '{actor|이/가} 최근 10일 중 가장 긴 {hours}시간으로 역할 {role|을/를} 수임했습니다.',
  },
} satisfies RuleTranslation;
