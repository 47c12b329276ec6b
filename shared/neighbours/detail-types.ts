/** `detail-type` of the findings that are taken, by what they are. */
export const detailTypes = {
  guardDuty: 'GuardDuty Finding',
  external: 'Access Analyzer Finding',
  unused: 'Unused Access Finding for IAM entities',
  securityHub: 'Security Hub Findings - Imported',
} as const;

export const neighbourDetailTypes: readonly string[] = Object.values(detailTypes);
