import type { DigestLabels } from '../digest-labels.ts';

export const koreanDigest: DigestLabels = {
  title: '야간 점검 결과 · {account} · {date}: {counts}',
  nothingNew: '변동 없음',
  counted: {
    opened: '신규 {count}건',
    reopened: '재발 {count}건',
    worsened: '악화 {count}건',
    overdue: '기한 초과 {count}건',
    unjudged: '평가 불가 {count}건',
    forecast: '기한 임박 {count}건',
    resolved: '해결 {count}건',
  },
  heading: {
    opened: '신규',
    reopened: '재발',
    worsened: '악화',
    overdue: '조치 기한 초과',
    unjudged: '평가하지 못한 항목',
    forecast: '조치하지 않으면 14일 안에 미준수 예정(7일 안 {soon}건)',
    resolved: '해결됨',
  },
  end: {
    passed: '점검 통과',
    gone: '대상이 삭제됨',
    'not-asked': '현재 프로필의 점검 대상이 아님',
    covered: '다른 탐지 결과에서 안내함',
    event: '누군가 조치함',
  },
  openNow: '미해결: {counts}.',
  noneOpen: '미해결 탐지 결과가 없습니다.',
  verdicts:
    '판정 {total}건: 준수 {pass}건, 미준수 {fail}건, 해당 없음 {notApplicable}건, 평가 불가 {notEvaluated}건.',
  corrected: '미준수 중 {count}건은 AWS 조회 이후 이미 조치되어 탐지 결과에서 제외했습니다.',
  since: '{date}부터 미해결',
  inDays: '{days}일 후',
  owner: '담당 {owner}',
  unjudged: '{cause}: {checks}의 판정 {verdicts}건',
  advice: {
    missing: 'AWS에 조회하지 않은 항목입니다. 점검 로그를 확인하세요.',
    denied: '점검 역할에 해당 권한을 부여하거나(docs/permissions.md), 이를 거부하는 SCP가 있는지 확인하세요.',
    throttled:
      '한 번이면 조치하지 않아도 됩니다. 다음 점검에서 다시 시도합니다. 매일 반복되면 다른 작업이 API 할당량을 소진하고 있는 것입니다.',
    malformed: 'AWS 응답을 해석하지 못했습니다. 점검 로그와 함께 신고해 주세요.',
    incomplete: '응답의 일부만 받았습니다. 다음 점검에서 다시 시도합니다.',
    failed: '점검 로그를 확인하세요. 다음 점검에서 다시 시도합니다.',
    fault: 'Trailwarden의 결함입니다. 점검 로그와 함께 신고해 주세요.',
  },
  more: '외 {count}건',
  whole: '조회하지 못한 항목은 준수로 간주하지 않습니다.',
};
