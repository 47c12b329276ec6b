import { parseDocument } from '../parse-document.ts';
import { policyIn } from '../read-policy.ts';
import { lintChecks } from './checks.ts';
import type { LintCheck, LintContext, LintHit, LintKind, LintSeverity } from './define-check.ts';

/** What a check found in a document. */
export interface LintFinding extends LintHit {
  readonly check: LintCheck;
  readonly severity: LintSeverity;
}

const severities: readonly LintSeverity[] = ['critical', 'high', 'medium', 'low', 'info'];

/**
 * Looks at a policy document of any form with every check for its kind. Total: what cannot be read is a finding.
 *
 * @returns the worst first, then in the order of the document
 */
export const lintDocument = (
  value: unknown,
  kind: LintKind,
  context: LintContext = {},
  checks: readonly LintCheck[] = lintChecks,
): readonly LintFinding[] => {
  const document = parseDocument(value);
  const reading = policyIn(document);
  const subject = {
    kind,
    document,
    context,
    ...(reading.status === 'read' ? { policy: reading.policy } : {}),
  };
  return checks
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap((check) =>
      check.find(subject).map((hit) => ({ ...hit, check, severity: hit.severity ?? check.severity })),
    )
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        (a.place.line ?? 0) - (b.place.line ?? 0) ||
        (a.statement ?? -1) - (b.statement ?? -1),
    );
};
