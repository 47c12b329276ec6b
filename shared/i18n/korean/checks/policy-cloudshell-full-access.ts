import type { CheckTranslation } from '../../translation.ts';

export const translation = {
  title: 'AWSCloudShellFullAccess 연결',
  why: 'CloudShell은 인터넷에 연결되고 파일을 주고받습니다. 가진 사람이 읽을 수 있는 것은 브라우저로 빠져나갈 수 있습니다.',
  fix: '분리하고, 필요한 곳에는 cloudshell:PutCredentials와 파일 전송을 제외하고 CloudShell을 허용하세요.',
  messages: {
    attached: 'AWSCloudShellFullAccess가 {holder}에 연결되어 있습니다.',
    none: 'AWSCloudShellFullAccess가 아무 데도 연결되어 있지 않습니다.',
  },
} satisfies CheckTranslation;
