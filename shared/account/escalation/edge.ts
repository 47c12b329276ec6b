import type { EscalationVerdict } from '../../policy/escalation/ways.ts';
import type { Reached } from './reach.ts';

/** A path that a principal has, and whom of the account it reaches by it. */
export interface Edge {
  readonly path: string;
  readonly title: string;
  readonly verdict: EscalationVerdict;
  readonly conditions: readonly string[];
  /** Whom it reaches: lists that many principals share. The same one may be in several, and the principal itself in any. */
  readonly to: readonly (readonly Reached[])[];
  /** Makes the principal an administrator by itself. */
  readonly toAdministrator: boolean;
  /** What must exist besides, which a snapshot of IAM does not show. */
  readonly needs?: string;
}
