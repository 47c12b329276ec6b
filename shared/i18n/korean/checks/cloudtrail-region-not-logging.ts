import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '기록 중인 추적이 없는 리전',
  why: '그곳에서 일어나는 일은 흔적이 남지 않고 Trailwarden도 알 수 없습니다.',
  fix: '모든 리전의 추적을 만들거나 기존 추적을 시작하세요: `aws cloudtrail start-logging`.',
  messages: {
    silent: '{region}에서 기록 중인 추적이 없습니다.',
    logs: '{region}에서 기록 중인 추적: {trails}.',
    unknown: '{region}에서 추적이 기록 중인지 알 수 없습니다. {trails}의 상태를 읽지 못했습니다.',
    'no-regions': '어떤 리전이 활성화되어 있는지 알 수 없습니다.',
  },
} satisfies CheckTranslation;
