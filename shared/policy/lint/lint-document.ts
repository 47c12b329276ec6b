import { parseDocument } from '../parse-document.ts';
import type { PolicyDocument } from '../policy-document.ts';
import { PolicyLimitError } from '../step-budget.ts';
import { analysisLimit } from './analysis-limit.ts';
import { lintChecks } from './checks.ts';
import type { LintCheck, LintContext, LintHit, LintKind, LintSeverity, LintSubject } from './define-check.ts';
import { lintSubject, mostStatements } from './lint-subject.ts';

/** What a check found in a document. */
export interface LintFinding extends LintHit {
  readonly check: LintCheck;
  readonly severity: LintSeverity;
}

const severities: readonly LintSeverity[] = ['critical', 'high', 'medium', 'low', 'info'];

const foundBy = (check: LintCheck, hits: readonly LintHit[]): readonly LintFinding[] =>
  hits.map((hit) => ({ ...hit, check, severity: hit.severity ?? check.severity }));

/** What the checks found; those that a hostile document kept from an end are named in a finding of its own. */
const findingsOf = (subject: LintSubject, checks: readonly LintCheck[]): readonly LintFinding[] => {
  const findings: LintFinding[] = [];
  const unfinished: string[] = [];
  let limit = '';
  for (const check of checks) {
    try {
      findings.push(...foundBy(check, check.find(subject)));
    } catch (error) {
      if (!(error instanceof PolicyLimitError)) throw error;
      if (check.id !== analysisLimit.id) unfinished.push(check.id);
      limit = error.message;
    }
  }
  if (limit === '') return findings;
  const given = unfinished.length === 0 ? '' : ` Not finished: ${unfinished.join(', ')}.`;
  const says = `${limit[0]?.toUpperCase()}${limit.slice(1)}.${given}`;
  return [...findings, ...foundBy(analysisLimit, [{ place: { pointer: '' }, says }])];
};

/** Statements that were not looked at. */
const beyond = ({ statements }: PolicyDocument): readonly LintFinding[] =>
  statements.length <= mostStatements
    ? []
    : foundBy(analysisLimit, [
        {
          place: { pointer: '' },
          says: `Of ${statements.length} statements only the first ${mostStatements} were judged.`,
        },
      ]);

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
  const found = findingsOf(
    lintSubject(document, kind, context),
    checks.filter(({ kinds }) => kinds.includes(kind)),
  );
  return [...found, ...beyond(document)].toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.statement ?? -1) - (b.statement ?? -1),
  );
};
