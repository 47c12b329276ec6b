import type { Severity } from '../rules/severity.ts';

/** Services of AWS that find things themselves. */
export type NeighbourProduct = 'guardduty' | 'security-hub' | 'access-analyzer';

/** What one of them has found of IAM, as much as is used. Texts are the service's; names in them may be an attacker's. */
export interface NeighbourFinding {
  readonly product: NeighbourProduct;
  /** The service's own id of it. */
  readonly id: string;
  /** GuardDuty's finding type, Security Hub's control (`IAM.4`), Access Analyzer's finding type or `ExternalAccess`. */
  readonly type: string;
  readonly title: string;
  readonly accountId: string;
  readonly region: string;
  /** ARN of the user, role, policy or root user (for the account) that it is about. */
  readonly resource: string;
  readonly severity: Severity;
  /** `resolved`: the service says that it is over. */
  readonly status: 'active' | 'resolved';
  /** When the service last changed it, ISO 8601. */
  readonly at: string;
}

/** A message looks like a finding of a service and is none that can be read; says what is missing. */
export class UnreadableNeighbourError extends Error {
  override readonly name = 'UnreadableNeighbourError';
}
