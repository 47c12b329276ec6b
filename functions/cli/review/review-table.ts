import type { Verdict } from '../../../shared/review/run-checks.ts';
import { type Severity, severities } from '../../../shared/rules/severity.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { indented, painted, paintedSeverity, widthOf } from '../terminal.ts';
import { bySeverity, checkById, reported } from './reported-verdict.ts';

const number = new Intl.NumberFormat('en-US');

const sentences = (verdicts: readonly Verdict[], top: number): readonly string[] => {
  const shown = verdicts.slice(0, top).map((verdict) => {
    const text = reported(verdict).reason;
    return indented(`- ${text}`, '    ', widthOf()).replace(/\n {4}/g, '\n      ');
  });
  const left = verdicts.length - shown.length;
  return left > 0 ? [...shown, `    ${painted('dim', `… and ${number.format(left)} more`)}`] : shown;
};

/** The failures of one check: its title, its id, and a sentence for each resource. */
const checkBlock = (id: string, verdicts: readonly Verdict[], top: number): string => {
  const { title } = checkById(id);
  const count = verdicts.length === 1 ? '' : ` (${number.format(verdicts.length)})`;
  return [`  ${painted('bold', title)}${count}  ${painted('dim', id)}`, ...sentences(verdicts, top)].join(
    '\n',
  );
};

const severityBlock = (severity: Severity, verdicts: readonly Verdict[], top: number): string => {
  const byId = [...Map.groupBy(verdicts, ({ checkId }) => checkId)];
  const head = paintedSeverity(severity, `${severity.toUpperCase()} (${number.format(verdicts.length)})`);
  return [head, ...byId.map(([id, those]) => checkBlock(id, those, top))].join('\n');
};

/**
 * What failed, worst first, by check.
 *
 * @param top resources shown of each check
 */
export const failuresTable = (verdicts: readonly Verdict[], top: number): string => {
  const failed = verdicts.filter(({ verdict }) => verdict === 'FAIL').toSorted(bySeverity);
  const groups = Map.groupBy(failed, ({ severity }) => severity);
  return severities
    .toReversed()
    .flatMap((severity) => {
      const those = groups.get(severity);
      return those ? [severityBlock(severity, those, top)] : [];
    })
    .join('\n\n');
};

/** What could not be judged, by cause, with the checks that it left open. */
export const unjudgedTable = (verdicts: readonly Verdict[], top: number): string => {
  const open = verdicts.filter(({ verdict }) => verdict === 'NOT_EVALUATED');
  const causes = [...Map.groupBy(open, (verdict) => reported(verdict).cause ?? '')].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  if (causes.length === 0) return '';
  const lines = causes.slice(0, top).map(([cause, those]) => {
    const byId = [...Map.groupBy(those, ({ checkId }) => checkId)].sort(([a], [b]) => (a < b ? -1 : 1));
    const ids = byId.map(([id, same]) => (same.length > 1 ? `${id} (${number.format(same.length)})` : id));
    return [
      indented(`- ${terminalText(cause)}`, '  ', widthOf()).replace(/\n {2}/g, '\n    '),
      painted('dim', indented(ids.join(', '), '    ', widthOf())),
    ].join('\n');
  });
  const left = causes.length - lines.length;
  return [
    painted('yellow', `NOT EVALUATED (${number.format(open.length)})`),
    ...lines,
    ...(left > 0 ? [`  ${painted('dim', `… and ${number.format(left)} more causes`)}`] : []),
  ].join('\n');
};
