import type { Phrases } from '../phrase.ts';

const unknownUser = ['an unknown user', '알 수 없는 사용자'] as const;
const notLogged = ['not logged', '기록되지 않음'] as const;

const kinds = [
  ['user', '사용자'],
  ['role', '역할'],
  ['group', '그룹'],
  ['instance profile', '인스턴스 프로파일'],
] as const;

const namedIdentities = [
  ['user {}', '사용자 {}'],
  ['role {}', '역할 {}'],
  ['group {}', '그룹 {}'],
  ['policy {}', '정책 {}'],
  ['account {}', '계정 {}'],
  ['an unknown resource', '알 수 없는 리소스'],
  ['an unknown account', '알 수 없는 계정'],
] as const;

/** What rules write into the data of their findings beside names, in Korean. */
export const koreanPhrases: Phrases = {
  alarms: [['all it is made for later', '이후 지정될 모든 경보']],
  attributes: [notLogged],
  attribute: [['what it was', '이전과 동일']],
  basis: [
    ['by all that it has been given', '부여된 모든 권한 기준'],
    ['as far as is known; not known: {}', '알려진 범위 기준, 확인 불가: {}'],
  ],
  cause: [
    ['the snapshot of {} was read after the call', '{} 스냅샷은 호출 이후에 읽은 것입니다'],
    ['the document cannot be read ({})', '문서를 해석할 수 없습니다({})'],
  ],
  credential: [
    ['SSH key', 'SSH 키'],
    ['service-specific credential', '서비스별 자격 증명'],
    ['signing certificate', '서명 인증서'],
  ],
  detail: [['{} days', '{}일']],
  document: [['a document', '자동화 문서']],
  duration: [['an unknown time', '알 수 없는 시간']],
  faults: [
    ['passwords of {} characters are allowed', '{}자 비밀번호 허용'],
    ['old passwords are allowed', '옛 비밀번호 재사용 허용'],
    ['only {} old passwords are barred', '최근 비밀번호 {}개만 재사용 금지'],
  ],
  gains: [['everything: it is an administrator now', '모든 권한(관리자)']],
  group: [['all log groups', '모든 로그 그룹']],
  holder: [...namedIdentities, ['whoever holds it', '이 정책을 가진 주체']],
  holderKind: kinds,
  issuer: [unknownUser, notLogged, ['an issuer that is not named', '이름이 기록되지 않은 발급자']],
  kind: kinds,
  limits: [['not named', '지정되지 않음']],
  lost: [
    ['encrypts new volumes by default', '새 볼륨 기본 암호화'],
    ['keeps all buckets from being made public', '모든 버킷의 공개 차단'],
    ['keeps buckets from being made public', '버킷의 공개 차단'],
    [
      'asks new instances for a token before it gives them credentials (IMDSv2)',
      '새 인스턴스의 자격 증명 발급 전 토큰 요구(IMDSv2)',
    ],
    ['logs who speaks to whom in a network', '네트워크 흐름 로그 기록'],
  ],
  network: [
    [' from a network that is new to it', '(이 사용자가 처음 쓰는 네트워크)'],
    ['not for {}', '{} 제외'],
    notLogged,
  ],
  other: [['a domain that is not named', '이름이 기록되지 않은 도메인']],
  passedKind: kinds,
  policy: [
    ['policy {}', '정책 {}'],
    ['inline policy {}', '인라인 정책 {}'],
    ['group {}', '그룹 {}'],
    ['no permissions boundary', '권한 경계 없음'],
    ['permissions boundary {}', '권한 경계 {}'],
  ],
  principal: [
    ...namedIdentities,
    ['people assigned', '할당된 사람들'],
    ['an unknown principal', '알 수 없는 주체'],
  ],
  principals: [['principals that cannot be told', '알 수 없는 주체']],
  reason: [['by your settings', '설정에 따름']],
  request: [notLogged],
  role: [
    ['no role of its own', '자체 역할 없음'],
    ['an unknown role', '알 수 없는 역할'],
  ],
  schedule: [['an unknown time', '알 수 없는 시각']],
  service: [['a service', '서비스']],
  target: namedIdentities,
  task: [['an unknown task', '알 수 없는 작업']],
  user: [unknownUser],
  users: [['hidden, from {}', '이름 숨김({})']],
  what: [['how long it keeps them', '보존 기간'], ['its protection from deletion', '삭제 방지'], notLogged],
  when: [[' on {}', '(삭제 예정일 {})']],
};
