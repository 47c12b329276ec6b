import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '멤버 계정 루트 사용자의 중앙 관리 변경',
  why: '꺼지면 멤버 계정의 루트 비밀번호와 키를 중앙에서 제거할 수 없고 새 계정에 생길 수 있습니다. 공격자가 켜면 관리 계정이 모든 멤버 계정의 루트 세션을 열 수 있습니다.',
  fix: '조직 담당자에게 계획된 변경인지 확인하세요. 아니라면 되돌리고 그 이후의 sts:AssumeRoot 호출과 새 루트 로그인 프로필을 찾으세요.',
  messages: {
    disabled: {
      done: '{actor|이/가} {eventName|으로/로} 조직의 루트 사용자 중앙 관리를 껐습니다.',
      tried:
        '{actor|이/가} {eventName|으로/로} 조직의 루트 사용자 중앙 관리를 끄려 했으나 AWS가 거부했습니다.',
    },
    enabled: {
      done: '{actor|이/가} {eventName|으로/로} 조직의 루트 사용자 중앙 관리를 켰습니다.',
      tried:
        '{actor|이/가} {eventName|으로/로} 조직의 루트 사용자 중앙 관리를 켜려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
