import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: '모든 것을 허용하는 AWS 관리형 정책 연결',
  why: 'CIS는 누가 갖고 있든 AdministratorAccess를 완전한 관리자 권한으로 봅니다.',
  fix: '필요 없는 주체에서 분리하세요. 누가 갖고 있는지는 관리자 관련 다른 점검이 알려 줍니다.',
  messages: {
    everything: '{policy|이/가} {holders}에 연결되어 있습니다.',
    less: '{count}개 자격 증명에 연결된 {policy|은/는} 모든 것을 허용하지는 않습니다.',
    none: '연결된 AWS 관리형 정책이 없습니다.',
  },
} satisfies CheckTranslation;
