import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 사용자가 자신의 액세스 키 생성',
  why: '사용자 세션을 한 시간만 확보해도 공격자는 삭제될 때까지 쓸 수 있는 자신만의 키를 만듭니다. 첫 키 옆에 활성 키가 하나 더 생기는 모습으로 나타나며, 끝나지 않은 키 교체도 같은 모습입니다.',
  fix: '사용자에게 확인하세요. 본인이 만든 키가 아니면 삭제하고 비밀번호를 새로 설정하세요. 키 교체라면 며칠 안에 이전 키를 비활성화하세요.',
  messages: {
    created: '{actor|이/가} {sourceIp}에서 자신의 액세스 키 {accessKeyId|을/를} 생성했습니다.',
    second:
      '{others|이/가} 활성 상태인데도 {actor|이/가} {sourceIp}에서 자신의 액세스 키 {accessKeyId|을/를} 생성했습니다.',
  },
} satisfies RuleTranslation;
