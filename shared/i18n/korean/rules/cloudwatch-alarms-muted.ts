import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'CloudWatch 경보 음소거',
  why: '규칙이 정한 동안, 반복된다면 계속해서, 경보가 울려도 아무에게도 알리지 않습니다. 들키지 않고 작업할 시간이 됩니다.',
  fix: '규칙의 일정과 경보를 확인하세요. 해당하는 점검 작업이 없으면 삭제하고, 그동안 어떤 경보가 울렸는지 확인하세요.',
  messages: {
    muted: {
      done: '{actor|이/가} 규칙 {name|으로/로} 경보({alarms})를 {schedule}부터 {duration} 동안 음소거했습니다.',
      tried: '{actor|이/가} 경보를 음소거하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
