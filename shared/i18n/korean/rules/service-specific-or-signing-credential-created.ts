import type { RuleTranslation } from '../../translation.ts';

export const translation = {
  title: '액세스 키 외 장기 자격 증명 생성',
  why: 'Bedrock API 키, Git과 Keyspaces 비밀번호, SSH 키, 서명 인증서는 세션보다 오래 남고 액세스 키 목록에 없으며, 탈취 후의 키 교체에도 살아남습니다.',
  fix: '사용자에게 용도를 확인하세요. 아무도 모른다면 아래 명령으로 삭제하세요. 사용자가 침해되었다면 액세스 키뿐 아니라 이런 자격 증명도 함께 점검하세요.',
  messages: {
    service: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 {service}용 자격 증명을 생성했습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 {user}의 {service}용 자격 증명을 생성하려 했으나 AWS가 거부했습니다.',
    },
    passwordReset: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 {service}용 자격 증명을 재설정해 새 시크릿을 받았습니다.',
      tried:
        '{actor|이/가} {sourceIp}에서 {user}의 {service}용 자격 증명을 재설정하려 했으나 AWS가 거부했습니다.',
    },
    sshKey: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 SSH 키를 업로드했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 {user}의 SSH 키를 업로드하려 했으나 AWS가 거부했습니다.',
    },
    certificate: {
      done: '{actor|이/가} {sourceIp}에서 {user}의 서명 인증서를 업로드했습니다.',
      tried: '{actor|이/가} {sourceIp}에서 {user}의 서명 인증서를 업로드하려 했으나 AWS가 거부했습니다.',
    },
  },
} satisfies RuleTranslation;
