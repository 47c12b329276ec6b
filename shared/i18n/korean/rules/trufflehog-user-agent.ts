import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'TruffleHog로 유출 키 시험',
  why: 'TruffleHog는 저장소, 이미지, 붙여넣기 사이트에서 키를 찾아 동작하는지 AWS에 조회합니다. 누군가 그런 곳에서 이 키를 얻었습니다.',
  fix: '지금 키를 비활성화하고 확인은 나중에 하세요. 코드에서 이 키를 검색하고 이 키로 호출한 내역을 모두 확인하세요.',
  messages: {
    used: {
      done: 'TruffleHog가 {sourceIp}에서 {actor}의 키 {accessKeyId|을/를} 시험했습니다({eventName}). 키가 동작합니다.',
      tried:
        'TruffleHog가 {sourceIp}에서 {actor}의 키 {accessKeyId|을/를} 시험했으나({eventName}) AWS가 호출을 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
