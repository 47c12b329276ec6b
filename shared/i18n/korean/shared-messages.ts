/** What several checks say, in Korean; in English these sentences are shared in `shared/review`. */
export const sharedMessages = {
  noUsers: '계정에 IAM 사용자가 없습니다.',
  noPassword: '{user}에 콘솔 비밀번호가 없습니다.',
  reportUnreadable:
    '자격 증명 보고서만으로는 {resource|을/를} 판정할 수 없습니다. 열이 없거나 읽을 수 없습니다.',
  noKeys: '액세스 키를 가진 IAM 사용자가 없습니다.',
  keyWithoutId:
    '자격 증명 보고서에는 {user}의 활성 키가 있으나 액세스 키 목록에는 없습니다. 목록에서 해당 사용자가 빠졌거나 그사이 키가 삭제되었습니다.',
  keyInactive: '{user}의 키 {key|은/는} 비활성 상태입니다.',
  keyUsed: '{user}의 키 {key|은/는} 사용된 적이 있습니다.',
  policyUnreadable: '정책 {policy|을/를} 해석할 수 없습니다({cause}).',
  boundaryOnly: '정책 {policy|은/는} 권한 경계로만 쓰여 아무것도 허용하지 않습니다.',
  noManagedPolicies: '계정에 고객 관리형 정책이 없습니다.',
  inlineUnreadable: '{holder}의 인라인 정책 {policy|을/를} 해석할 수 없습니다({cause}).',
  noInlinePolicies: '인라인 정책을 가진 사용자, 그룹, 역할이 없습니다.',
  allowsEverything: '정책 {policy|이/가} 모든 것에 대한 모든 작업을 허용합니다.',
  allowsEverythingWhere:
    '정책 {policy|이/가} 다음 조건에서 모든 것에 대한 모든 작업을 허용합니다: {conditions}.',
  allowsLess: '정책 {policy|은/는} 모든 것을 허용하지는 않습니다.',
  outsideOrganization: '계정이 조직에 속해 있지 않습니다.',
  noRoles: '계정에 자체 역할이 없습니다.',
  noGroups: '계정에 IAM 그룹이 없습니다.',
  trustUnreadable: '역할 {role}의 신뢰 정책을 해석할 수 없습니다({cause}).',
  regionUnknown: '{region}에 대해 알 수 있는 것이 없습니다: {cause}.',
  regionsUnknown:
    '어떤 리전을 봐야 하는지 알 수 없습니다. 활성화된 리전을 읽지 못했고 account.regionsInUse 설정에도 없습니다.',
  analyzersUnknown: '{region}의 분석기를 알 수 없습니다: {cause}.',
  bucketUnknown: '{trails}의 버킷 {bucket}에 대해 알 수 없습니다: {cause}.',
  noTrailBuckets: '계정에 자체 추적이 없어 추적 버킷도 없습니다.',
  noTrails: '계정에서 보이는 추적이 없습니다. cloudtrail-region-not-logging에서 알립니다.',
  threat: '{actor|이/가} {hours}시간 안에 해당 호출 {total}가지 중 {count}가지를 했습니다: {called}.',
  noThreat: '{hours}시간 동안의 호출 {calls}건에서 그런 주체가 없습니다.',
  noCalls: '점검 전 {hours}시간 동안 기록된 호출이 없습니다. 호출이 전혀 없는 계정은 있을 수 없습니다.',
} as const;
