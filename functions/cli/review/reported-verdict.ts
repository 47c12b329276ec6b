import { formatMessage } from '../../../shared/i18n/format-message.ts';
import { checks } from '../../../shared/review/checks/index.ts';
import type { Check, CheckData, VerdictKind } from '../../../shared/review/define-check.ts';
import { templateOf, type Verdict } from '../../../shared/review/run-checks.ts';
import { rankOf, type Severity } from '../../../shared/rules/severity.ts';
import { csvCell, terminalText } from '../../../shared/text/escape.ts';
import { truncate } from '../../../shared/text/truncate.ts';

/** A verdict as it is written out. */
export interface ReportedVerdict {
  readonly checkId: string;
  readonly verdict: VerdictKind;
  readonly resource: string;
  readonly resourceId: string;
  readonly severity: Severity;
  /** A sentence. */
  readonly reason: string;
  readonly data: CheckData;
  /** Of what was not evaluated: why. */
  readonly cause?: string;
}

const checkOf = new Map(checks.map((check) => [check.id, check]));

/** The check of a verdict. */
export const checkById = (id: string): Check => {
  const check = checkOf.get(id);
  if (check) return check;
  throw new Error(`a verdict of ${id}, which is no check`);
};

/** Longest value in a sentence, and longest list. */
const longest = 300;
const mostNamed = 5;

/** A policy can open dozens of paths: a sentence names as many as one can read, `data` has them all. */
const named = (value: CheckData[string]): string | number | boolean => {
  if (typeof value !== 'object') return value;
  const more = value.length - mostNamed;
  return more > 0 ? `${value.slice(0, mostNamed).join(', ')} and ${more} more` : value.join(', ');
};

const sentenceOf = (verdict: Verdict): string =>
  formatMessage(
    templateOf(checkById(verdict.checkId), verdict),
    {
      ...Object.fromEntries(Object.entries(verdict.data).map(([key, value]) => [key, named(value)])),
      resource: verdict.resource,
    },
    (value: string) => truncate(terminalText(value), longest),
  );

/** The cause that the engine or the check names, else the whole sentence. */
const causeOf = ({ cause, data }: Verdict, reason: string): string =>
  cause ?? (typeof data['cause'] === 'string' ? data['cause'] : reason);

/** The verdict with its sentence; values in it are one line each, without control characters. */
export const reported = (verdict: Verdict): ReportedVerdict => {
  const { checkId, resource, resourceId, severity, data } = verdict;
  const reason = sentenceOf(verdict);
  return {
    checkId,
    verdict: verdict.verdict,
    resource,
    resourceId,
    severity,
    reason,
    data,
    ...(verdict.verdict === 'NOT_EVALUATED' ? { cause: causeOf(verdict, reason) } : {}),
  };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By check, then resource: the same whatever order the account came in. */
export const byCheck = (a: Verdict, b: Verdict): number =>
  compareText(a.checkId, b.checkId) ||
  compareText(a.resource, b.resource) ||
  compareText(a.resourceId, b.resourceId) ||
  compareText(a.message, b.message) ||
  compareText(JSON.stringify(a.data), JSON.stringify(b.data));

/** Worst first. */
export const bySeverity = (a: Verdict, b: Verdict): number =>
  rankOf(b.severity) - rankOf(a.severity) || byCheck(a, b);

const columns = ['checkId', 'verdict', 'severity', 'resource', 'resourceId', 'reason', 'cause'] as const;

// Spreadsheets take a file without it for one in the code page of the machine: names would be broken.
const byteOrderMark = '\ufeff';

/** The first line of the CSV. */
export const csvHead = (): string => `${byteOrderMark}${columns.join(',')}\r\n`;

/** A verdict as a line of CSV (RFC 4180); no cell is a formula. */
export const csvLine = (verdict: ReportedVerdict): string =>
  `${columns.map((column) => csvCell(verdict[column] ?? '')).join(',')}\r\n`;
