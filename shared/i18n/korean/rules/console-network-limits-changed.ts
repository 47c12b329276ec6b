import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '콘솔 접속 허용 네트워크 변경',
  why: '제한이 없으면 루트 사용자를 포함해 훔친 비밀번호만으로 어디서나 들어올 수 있습니다. 다른 네트워크로 설정하면 직원들의 접속이 막힙니다.',
  fix: '문과 구성을 되돌리세요. 접속이 막힌 사람도 액세스 키나 역할로는 되돌릴 수 있습니다. 이 제한은 콘솔에만 적용됩니다.',
  messages: {
    lifted: {
      done: '{actor|이/가} 콘솔 접속 네트워크 제한을 껐습니다({target}).',
      tried:
        '{actor|이/가} 콘솔에 접속할 수 있는 네트워크를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    removed: {
      done: '{actor|이/가} 콘솔에 접속할 수 있는 곳을 제한하는 문 {statement|을/를} 제거했습니다.',
      tried:
        '{actor|이/가} 콘솔에 접속할 수 있는 네트워크를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    enforced: {
      done: '{actor|이/가} 콘솔 접속 네트워크 제한을 적용했습니다({target}).',
      tried:
        '{actor|이/가} 콘솔에 접속할 수 있는 네트워크를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    added: {
      done: '{actor|이/가} 콘솔에 접속할 수 있는 곳을 제한했습니다: {network}.',
      tried:
        '{actor|이/가} 콘솔에 접속할 수 있는 네트워크를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
    application: {
      done: '{actor|이/가} 콘솔이 사용자의 신원을 서비스에 전달하게 했습니다.',
      tried:
        '{actor|이/가} 콘솔에 접속할 수 있는 네트워크를 변경하려 했으나({eventName}) AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
