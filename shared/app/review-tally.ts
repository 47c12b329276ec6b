import { buildDigest } from '../alerts/build-digest.ts';
import type { Digest, UnjudgedGroup } from '../alerts/digest.ts';
import type { Finding } from '../findings/finding.ts';
import type { Verdict } from '../review/run-checks.ts';
import { noVerdicts, type VerdictCounts, withVerdicts } from '../review/verdict-counts.ts';
import { type Severity, severities } from '../rules/severity.ts';
import type { findingDescriber } from './describe-finding.ts';

/** What a run of the review has come to so far. Changed in place: a large account has more verdicts than one needs to hold. */
export interface Tally {
  verdicts: VerdictCounts;
  corrected: number;
  recorded: number;
  resolved: number;
  /** Findings as they are now, of which something is to be told. */
  readonly untold: Map<string, Finding>;
  /** Open findings as they are now, by id: severities. */
  readonly open: Map<string, Severity>;
  readonly unjudged: Map<string, { verdicts: number; readonly checkIds: Set<string> }>;
  readonly errors: unknown[];
}

/** Whether something of the finding waits for a digest. */
export const isUntold = ({ alertedVersion, version, news }: Finding): boolean =>
  alertedVersion < version && news.digest === true;

/** Takes in a finding as it is now. */
export const noteFinding = (tally: Tally, finding: Finding): void => {
  if (finding.status === 'open') tally.open.set(finding.id, finding.severity);
  else tally.open.delete(finding.id);
  if (isUntold(finding)) tally.untold.set(finding.id, finding);
};

/** Takes in the verdicts of a check. */
export const noteVerdicts = (tally: Tally, verdicts: readonly Verdict[]): void => {
  tally.verdicts = withVerdicts(tally.verdicts, verdicts);
  for (const { verdict, checkId, cause, data, message } of verdicts) {
    if (verdict !== 'NOT_EVALUATED') continue;
    const why = cause ?? (typeof data['cause'] === 'string' ? data['cause'] : message);
    const group = tally.unjudged.get(why) ?? { verdicts: 0, checkIds: new Set<string>() };
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
  describe: ReturnType<typeof findingDescriber>,
): Digest => {
  const { FAIL, PASS, NOT_APPLICABLE, NOT_EVALUATED } = tally.verdicts;
  const severitiesNow = [...tally.open.values()];
  const count = (severity: Severity) => severitiesNow.filter((one) => one === severity).length;
  const unjudged = [...tally.unjudged].map(
    ([cause, { verdicts, checkIds }]): UnjudgedGroup => ({ cause, verdicts, checkIds: [...checkIds].sort() }),
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
    unjudged,
    describe,
  });
};
