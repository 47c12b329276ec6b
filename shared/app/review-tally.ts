import { buildDigest } from '../alerts/build-digest.ts';
import type { Digest, UnjudgedGroup } from '../alerts/digest.ts';
import { isOverdue } from '../findings/due.ts';
import type { Finding } from '../findings/finding.ts';
import type { ForecastFailure } from '../review/forecast.ts';
import type { Verdict } from '../review/run-checks.ts';
import { noVerdicts, type VerdictCounts, withVerdicts } from '../review/verdict-counts.ts';
import { type Severity, severities } from '../rules/severity.ts';
import type { Describer } from './describe-finding.ts';

/** What a run of the review has come to so far. Changed in place: a large account has more verdicts than one needs to hold. */
export interface Tally {
  verdicts: VerdictCounts;
  corrected: number;
  recorded: number;
  resolved: number;
  /** Findings as they are now, of which something is to be told. */
  readonly untold: Map<string, Finding>;
  /** Open conditions as they are now, by id. */
  readonly open: Map<string, Finding>;
  readonly unjudged: Map<
    string,
    { verdicts: number; readonly reason: string; readonly checkIds: Set<string> }
  >;
  readonly errors: unknown[];
}

/** Whether something of the finding waits for a digest. */
export const isUntold = ({ alertedVersion, version, news }: Finding): boolean =>
  alertedVersion < version && news.digest === true;

/** Takes in a finding as it is now. */
export const noteFinding = (tally: Tally, finding: Finding): void => {
  if (finding.status === 'open') tally.open.set(finding.id, finding);
  else tally.open.delete(finding.id);
  if (isUntold(finding)) tally.untold.set(finding.id, finding);
};

/** Takes in the verdicts of a check. @param reasonOf what kind of fault a cause is */
export const noteVerdicts = (
  tally: Tally,
  verdicts: readonly Verdict[],
  reasonOf: (cause: string) => string,
): void => {
  tally.verdicts = withVerdicts(tally.verdicts, verdicts);
  for (const { verdict, checkId, cause, data, message } of verdicts) {
    if (verdict !== 'NOT_EVALUATED') continue;
    const why = cause ?? (typeof data['cause'] === 'string' ? data['cause'] : message);
    const reason = message === 'crashed' ? 'fault' : reasonOf(why);
    const group = tally.unjudged.get(why) ?? { verdicts: 0, reason, checkIds: new Set<string>() };
    group.verdicts += 1;
    group.checkIds.add(checkId);
    tally.unjudged.set(why, group);
  }
};

export const emptyTally = (): Tally => ({
  verdicts: noVerdicts,
  corrected: 0,
  recorded: 0,
  resolved: 0,
  untold: new Map(),
  open: new Map(),
  unjudged: new Map(),
  errors: [],
});

/** Takes in what failed of several steps. */
export const noteErrors = (tally: Tally, results: readonly PromiseSettledResult<unknown>[]): void => {
  for (const result of results) if (result.status === 'rejected') tally.errors.push(result.reason);
};

/** A run, for its digest. */
export interface DigestedRun {
  readonly accountId: string;
  readonly runId: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is told of the run. */
export const digestOf = (
  { accountId, runId, at }: DigestedRun,
  tally: Tally,
  forecast: readonly ForecastFailure[],
  describer: Describer,
): Digest => {
  const { FAIL, PASS, NOT_APPLICABLE, NOT_EVALUATED } = tally.verdicts;
  const open = [...tally.open.values()];
  const count = (wanted: Severity) => open.filter(({ severity }) => severity === wanted).length;
  const unjudged = [...tally.unjudged].map(
    ([cause, { checkIds, ...group }]): UnjudgedGroup => ({ cause, ...group, checkIds: [...checkIds].sort() }),
  );
  return buildDigest({
    accountId,
    runId,
    at: new Date(at).toISOString(),
    verdicts: {
      fail: FAIL,
      pass: PASS,
      notApplicable: NOT_APPLICABLE,
      notEvaluated: NOT_EVALUATED,
      corrected: tally.corrected,
    },
    open: Object.fromEntries(severities.map((severity) => [severity, count(severity)])) as Digest['open'],
    news: [...tally.untold.values()],
    overdue: open.filter((finding) => isOverdue(finding, at)),
    forecast: forecast.map(({ verdict, days }) => ({
      ruleId: verdict.checkId,
      severity: verdict.severity,
      resource: verdict.resource,
      resourceId: verdict.resourceId,
      days,
      ...describer.failure(verdict),
    })),
    unjudged,
    describe: describer.finding,
  });
};
