import type { Labels } from '../labels.ts';
import { koreanChange } from './change-labels.ts';

export const korean: Labels = {
  severity: { critical: '심각', high: '높음', medium: '보통', low: '낮음', info: '정보' },
  status: {
    opened: '',
    recurred: '재발생',
    worsened: '악화',
    reopened: '재발',
    resolved: '해결됨',
  },
  via: {
    direct: 'API 또는 CLI',
    console: 'AWS 콘솔',
    'infrastructure-as-code': 'CloudFormation 또는 Service Catalog',
    service: 'AWS 서비스',
  },
  mfa: { yes: '사용', no: '사용 안 함', unknown: '기록 없음' },
  attempt: { succeeded: '', denied: '거부된 시도', failed: '실패한 시도' },
  field: {
    account: '계정',
    actor: '주체',
    target: '대상',
    sourceIp: '소스 IP',
    mfa: 'MFA',
    via: '경로',
    fixedBy: '조치한 주체',
    fixedWith: '조치 내용',
    seen: '이력',
    finding: '탐지 결과',
    rule: '규칙',
    event: '이벤트',
    link: 'CloudTrail',
  },
  change: koreanChange,
  heading: {
    change: '변경 내용',
    why: '왜 중요한가',
    fix: '지금 할 일',
    undo: '되돌리는 명령',
    others: '같은 이벤트에서 함께 탐지됨',
  },
  sentence: {
    retiredTitle: '폐기된 규칙 {rule}의 탐지 결과',
    retired:
      '{actor|이/가} {resource}에 대해 {eventName|을/를} 호출했습니다(이후 폐기된 규칙 {rule|으로/로} 탐지)',
    retiredWhy:
      '이 결과를 탐지한 규칙은 현재 버전의 카탈로그에 없어 설명을 표시할 수 없습니다. 탐지 결과는 여전히 유효합니다.',
    retiredFix: '이벤트와 변경 이력(changelog)의 폐기된 규칙 안내를 확인하세요.',
    resolved: '{actor|이/가} {action} 호출로 해결했습니다(마지막 탐지로부터 {duration} 후)',
    wasFound: '탐지 내용: {sentence}',
    at: '{sentence}. 발생 시각 {time}.',
    fromAt: '{sentence}. 발생 시각 {time}, 소스 IP {sourceIp}.',
    errorCode: '오류 코드: {errorCode}.',
    behind: '{person}({label} 역할 사용)',
    withKey: '{actor} · 액세스 키 끝자리 {key}',
    claimedTool: '{via}, 도구명(자체 신고): {tool}',
    accountItself: '계정 {account}',
    inAccount: '{sentence} 계정 {account}.',
    noCommand:
      '되돌리는 명령은 표시하지 않습니다. 명령에 들어갈 이름이 기록되지 않았거나 셸에 그대로 붙여 넣기에 안전하지 않습니다. 콘솔에서 되돌리세요.',
    more: '외 {count}건',
    cut: '알림이 너무 커서 일부를 생략했습니다. 생략한 내용: {what}. 전체 내용은 저장된 탐지 결과에 있습니다.',
  },
  history: {
    once: '1회 탐지',
    times: '{count}회 탐지, 최초 {first}, 최근 {last}',
    latency: '호출 후 {duration} 만에 탐지',
    event: '이벤트 {id}',
    finding: '탐지 결과 {id}',
    rule: '규칙 {id}',
    openEvent: 'CloudTrail에서 열기',
  },
  cut: {
    'data-of-others': '다른 탐지 결과 {count}건의 상세 내용',
    others: '다른 탐지 결과 {count}건',
    'ends-of-texts': '긴 텍스트의 끝부분',
  },
  mail: {
    undeliveredSubject: 'Alert not delivered to channel {channel}',
    undelivered:
      '이 알림을 채널 {channel}에 전달하지 못했습니다. 원인: {cause}. 알림은 데드레터 큐에 보관되어 있습니다. 채널을 복구한 뒤(웹훅 URL은 {secret}에 있습니다) 큐를 다시 전송하세요.',
  },
  unit: { second: '{n}초', minute: '{n}분', hour: '{n}시간', day: '{n}일' },
  notRecorded: '(기록 없음)',
  emptyName: '(빈 이름)',
};
