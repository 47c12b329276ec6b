import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'IAM 사용자에 콘솔 비밀번호 부여',
  why: '키만 있던 사용자로 이제 콘솔에 로그인할 수 있으며, 비밀번호는 만든 사람이 알고 있습니다. 키를 훔친 공격자가 키가 사라진 뒤에도 남기 위해 쓰는 방법입니다.',
  fix: '사용자에게 비밀번호를 원했는지 확인하세요. 아니라면 로그인 프로필을 삭제하고, 만든 주체의 자격 증명을 유출된 것으로 처리하세요.',
  messages: {
    forOther: {
      done: '{actor|이/가} {sourceIp}에서 {user}에 콘솔 비밀번호를 부여했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 {user}에 콘솔 비밀번호를 부여하려 했으나 AWS가 거부했습니다.',
    },
    forSelf: {
      done: '{actor|이/가} {sourceIp}에서 자신에게 콘솔 비밀번호를 부여했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 자신에게 콘솔 비밀번호를 부여하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
