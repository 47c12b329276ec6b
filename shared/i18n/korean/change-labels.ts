import type { ChangeLabels } from '../change-labels.ts';

export const koreanChange: ChangeLabels = {
  of: {
    'managed-policy': '정책 {name}',
    'inline-policy': '인라인 정책 {name}',
    'trust-policy': '역할 {name}의 신뢰 정책',
    boundary: '권한 경계 {name}',
    'group-membership': '그룹 {name}의 구성원 자격',
    'resource-policy': '{name}의 정책',
    'permission-set': '권한 세트 {name}',
    'control-policy': '조직의 정책 {name}',
  },
  before: {
    nothing: '없음(이전에는 존재하지 않음)',
    iam: 'IAM의 현재 내용',
    version: '버전 {version}',
    assumed: '버전 {version}(나머지 버전 중 최신, 어느 버전이 적용 중이었는지 IAM은 기록하지 않음)',
    snapshot: '{time} UTC의 스냅샷',
    unknown: '없음. 이전 내용을 알 수 없어 모든 내용이 추가로 표시됩니다: {cause}',
  },
  compared: '{what}, 비교 기준: {before}.',
  unread: '{what}: 현재 내용을 알 수 없습니다({cause}).',
  action: {
    gained: '새로 허용',
    widened: '범위 확대',
    undenied: '거부 해제',
    lost: '허용 해제',
    narrowed: '범위 축소',
    denied: '거부',
  },
  principal: {
    gained: '새로 허용된 주체',
    widened: '권한이 늘어난 주체',
    undenied: '거부가 해제된 주체',
    lost: '제외된 주체',
    narrowed: '권한이 줄어든 주체',
    denied: '거부된 주체',
  },
  line: {
    opened: '열린 경로',
    guard: '사라진 보호 조건',
    others: '그 밖의 작업',
    added: '추가된 문',
    removed: '삭제된 문',
  },
  moreLines: '외 {count}줄',
};
