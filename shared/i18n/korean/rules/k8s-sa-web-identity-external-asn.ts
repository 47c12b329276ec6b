import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWS 외부에서 Kubernetes 서비스 계정 토큰 사용',
  why: '토큰은 모든 파드의 파일에 있습니다. 애플리케이션 취약점이나 마운트된 볼륨으로 읽을 수 있는 사람은 어디서나 파드의 역할이 됩니다.',
  fix: '역할 세션을 취소하고, 새 토큰을 받도록 서비스 계정의 파드를 재시작한 뒤 파일이 어떻게 읽혔는지 확인하세요.',
  messages: {
    used: '{network}({sourceIp})에서 {serviceAccount}의 토큰이 역할 {role|으로/로} 교환되었습니다.',
  },
} satisfies RuleTranslation;
