import type { AccountSettings } from '../account/account-settings.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { parseRecord, UnparsableRecordError } from '../events/parse-event.ts';
import type { Unwrapped } from '../events/unwrap.ts';
import type { Occurrence, Undoing } from '../findings/finding.ts';
import { keepSpans } from '../history/log-spans.ts';
import type { Rule } from '../rules/define-rule.ts';
import { justThese, type RuleIndex } from '../rules/rule-index.ts';
import { applies, runRules } from '../rules/run-rules.ts';
import { deferredEvent, firstPassFacts, isPostponed, type LaterFacts } from './defer-event.ts';

import { hasFound, type MatchOptions, scannedEvent } from './scan-match.ts';
import {
  countUndecided,
  type DeferredEvent,
  noCounts,
  type ScanCounts,
  type ScanFindings,
  type ScanMatch,
  type ScanProblem,
  type ScanResult,
} from './scan-result.ts';

/** How records are scanned. */
export interface ScanOptions extends MatchOptions {
  readonly rules: RuleIndex;
  /** ISO 8601; older records are counted and left, but for what rules with a history remember of them. */
  readonly since?: string | undefined;
  /** When the records are read, ISO 8601. */
  readonly receivedAt: string;
  readonly settings: AccountSettings;
  readonly later: LaterFacts;
  /** Names where the records are from, in what is said of the deferred ones. */
  readonly from: string;
}

type FoundRecord = Extract<Unwrapped, { kind: 'record' }>;

type Checked =
  | { readonly as: 'unparsable'; readonly problem: ScanProblem }
  | { readonly as: 'tooOld' | 'outOfScope'; readonly deferred?: DeferredEvent }
  | ({
      readonly as: 'noMatch' | 'matched';
      readonly deferred?: DeferredEvent;
    } & Omit<ScanFindings, 'counts'>);

const parse = (found: FoundRecord, receivedAt: string): IamEvent | ScanProblem => {
  try {
    return parseRecord(found.value, { wrapperTime: found.wrapperTime, receivedAt });
  } catch (error) {
    if (error instanceof UnparsableRecordError) return { position: found.position, cause: error.message };
    throw error;
  }
};

/** The rules that meet an event, and those of them that the second pass decides. */
const rulesFor = (event: IamEvent, { rules, settings, later }: ScanOptions) => {
  const { postponed = [], now = [] } = Object.groupBy(rules.candidates(event), (rule) =>
    applies(rule, event) && isPostponed(rule, event, settings, later) ? 'postponed' : 'now',
  );
  return { postponed, now };
};

type CountedAs = Parameters<typeof deferredEvent>[2]['countedAs'];

const deferredFor = (
  rules: readonly Rule[],
  event: IamEvent,
  found: FoundRecord,
  { from }: ScanOptions,
  countedAs: CountedAs,
): { readonly deferred?: DeferredEvent } => {
  if (rules.length === 0) return {};
  return { deferred: deferredEvent(event, found, { from, countedAs, ruleIds: rules.map(({ id }) => id) }) };
};

/** An event before `--since` tells nothing by itself; rules with a history remember it. */
const checkOld = (event: IamEvent, found: FoundRecord, options: ScanOptions): Checked => {
  const remembering = rulesFor(event, options).postponed.filter(({ history }) => history !== undefined);
  return { as: 'tooOld', ...deferredFor(remembering, event, found, options, 'tooOld') };
};

const checkEvent = (event: IamEvent, found: FoundRecord, options: ScanOptions): Checked => {
  const { postponed, now } = rulesFor(event, options);
  const rules = { ...justThese(now), undoing: options.rules.undoing };
  const evaluation = runRules(rules, event, firstPassFacts(options.settings));
  const as = hasFound(evaluation) ? 'matched' : 'noMatch';
  return {
    as,
    ...scannedEvent(event, found.position, evaluation, options),
    ...deferredFor(postponed, event, found, options, as),
  };
};

const checkFound = (found: Unwrapped, options: ScanOptions): Checked | undefined => {
  if (found.kind === 'no-records') return undefined;
  if (found.kind === 'unreadable') return { as: 'unparsable', problem: found };
  const isConcern = options.rules.concerns(found.value);
  // Most records concern no rule: they are sorted out before the work of parsing them.
  if (!isConcern && options.since === undefined) return { as: 'outOfScope' };
  const event = parse(found, options.receivedAt);
  if ('cause' in event) return { as: 'unparsable', problem: event };
  const isOld = options.since !== undefined && event.time < options.since;
  if (!isConcern) return { as: isOld ? 'tooOld' : 'outOfScope' };
  return isOld ? checkOld(event, found, options) : checkEvent(event, found, options);
};

const problemsOf = (checked: Checked): readonly ScanProblem[] => {
  if (checked.as === 'unparsable')
    return [{ position: checked.problem.position, cause: checked.problem.cause }];
  return 'problems' in checked ? checked.problems : [];
};

/**
 * Checks records against the rules, without a store: pure. What is no record is counted as unparsable and reported. Rules that need other
 * events or facts of the account are left to `scanInOrder`.
 */
export const scanRecords = (found: Iterable<Unwrapped>, options: ScanOptions): ScanResult => {
  const counts: Record<keyof ScanCounts, number> = { ...noCounts };
  const matches: ScanMatch[] = [];
  const occurrences: Occurrence[] = [];
  const undoings: Undoing[] = [];
  const problems: ScanProblem[] = [];
  const deferred: DeferredEvent[] = [];
  const undecided = countUndecided();
  const spans = keepSpans();
  for (const one of found) {
    if (one.kind === 'record') spans.addRecord(one.value);
    const checked = checkFound(one, options);
    if (!checked) continue;
    counts.records += 1;
    counts[checked.as] += 1;
    problems.push(...problemsOf(checked));
    if ('deferred' in checked) deferred.push(checked.deferred);
    if (!('matches' in checked)) continue;
    matches.push(...checked.matches);
    occurrences.push(...checked.occurrences);
    undoings.push(...checked.undoings);
    undecided.addAll(checked.undecided);
  }
  return {
    counts,
    matches,
    occurrences,
    undoings,
    problems,
    deferred,
    undecided: undecided.counts(),
    spans: spans.spans(),
  };
};
