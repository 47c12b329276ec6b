import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '권한 세트 세션 연장 또는 이동 페이지 변경',
  why: '세션이 길수록 도난된 세션도 오래 쓸 수 있습니다. 로그인 후 도착하는 페이지를 사람들은 콘솔이라고 믿습니다.',
  fix: '세션 시간을 업무에 필요한 만큼으로, 릴레이 상태를 AWS 콘솔 페이지나 빈 값으로 되돌리세요.',
  messages: {
    longest: {
      done: '{actor|이/가} 권한 세트 {resource}의 세션을 최대치인 {hours}시간으로 설정했습니다.',
      tried: '{actor|이/가} 권한 세트 {resource}의 세션을 연장하려 했으나 AWS가 거부했습니다.',
    },
    relay: {
      done: '{actor|이/가} 권한 세트 {resource} 사용자가 로그인 후 {relay|으로/로} 이동하게 했습니다.',
      tried:
        '{actor|이/가} 권한 세트 {resource} 사용자가 {relay|으로/로} 이동하게 하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
