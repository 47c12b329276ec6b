import type { AccountSettings } from '../account/account-settings.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { parseRecord, UnparsableRecordError } from '../events/parse-event.ts';
import type { Unwrapped } from '../events/unwrap.ts';
import type { Occurrence, Undoing } from '../findings/finding.ts';
import { keepSpans } from '../history/log-spans.ts';
import type { NotedUse } from '../inventory/daily-use.ts';
import { changeOf } from '../rules/change/change-of.ts';
import type { Rule } from '../rules/define-rule.ts';
import { type FactSource, noFacts } from '../rules/facts.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { applies, isSilent, runThese } from '../rules/run-rules.ts';
import {
  deferredEvent,
  type FirstPass,
  firstPassFacts,
  isPostponed,
  type LaterFacts,
} from './defer-event.ts';
import { isToldOf } from './event-change.ts';
import { type FirstOfDay, keepFirstOfDay } from './first-of-day.ts';
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
  /** Of what was scanned before; left out, these records are the first. */
  readonly firstOfDay?: FirstOfDay;
  /** Names where the records are from, in what is said of the deferred ones. */
  readonly from: string;
}

type FoundRecord = Extract<Unwrapped, { kind: 'record' }>;

type Said = Omit<ScanFindings, 'counts'>;

type Checked =
  | { readonly as: 'unparsable'; readonly problem: ScanProblem }
  | { readonly as: 'tooOld' | 'outOfScope'; readonly deferred?: DeferredEvent }
  | { readonly as: 'noMatch' | 'matched'; readonly deferred?: DeferredEvent; readonly said?: Said };

const outOfScope: Checked = { as: 'outOfScope' };

const parse = (found: FoundRecord, receivedAt: string): IamEvent | ScanProblem => {
  try {
    return parseRecord(found.value, { wrapperTime: found.wrapperTime, receivedAt });
  } catch (error) {
    if (error instanceof UnparsableRecordError) return { position: found.position, cause: error.message };
    throw error;
  }
};

/** What stays the same for all records. */
interface Pass {
  readonly options: ScanOptions;
  readonly first: FirstPass;
  readonly facts: FactSource;
}

const none: readonly Rule[] = [];

/** The rules that meet an event, and those of them that the second pass decides. */
const rulesFor = (event: IamEvent, { options, first }: Pass) => {
  const met = options.rules.candidates(event);
  const postponed = met.filter((rule) => applies(rule, event) && isPostponed(rule, event, first));
  return postponed.length === 0
    ? { now: met, postponed: none }
    : { now: met.filter((rule) => !postponed.includes(rule)), postponed };
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
const checkOld = (event: IamEvent, found: FoundRecord, pass: Pass): Checked => {
  const remembering = rulesFor(event, pass).postponed.filter(({ history }) => history !== undefined);
  return { as: 'tooOld', ...deferredFor(remembering, event, found, pass.options, 'tooOld') };
};

const checkEvent = (event: IamEvent, found: FoundRecord, pass: Pass): Checked => {
  const { options, facts } = pass;
  const { postponed, now } = rulesFor(event, pass);
  const evaluation = runThese({ candidates: now, undoing: options.rules.undoing(event) }, event, facts);
  const as = hasFound(evaluation) ? 'matched' : 'noMatch';
  const change = isToldOf(evaluation) ? changeOf(event, noFacts.lookup) : undefined;
  return {
    as,
    ...(isSilent(evaluation)
      ? {}
      : { said: scannedEvent(event, found.position, evaluation, options, change) }),
    ...deferredFor(postponed, event, found, options, as),
  };
};

const checkFound = (found: Unwrapped, pass: Pass): Checked | undefined => {
  if (found.kind === 'no-records') return undefined;
  if (found.kind === 'unreadable') return { as: 'unparsable', problem: found };
  const { rules, since, receivedAt } = pass.options;
  const isConcern = rules.concerns(found.value);
  // Most records concern no rule: they are sorted out before the work of parsing them.
  if (!isConcern && since === undefined) return outOfScope;
  const event = parse(found, receivedAt);
  if ('cause' in event) return { as: 'unparsable', problem: event };
  const isOld = since !== undefined && event.time < since;
  if (!isConcern) return isOld ? { as: 'tooOld' } : outOfScope;
  return isOld ? checkOld(event, found, pass) : checkEvent(event, found, pass);
};

const passWith = (options: ScanOptions): Pass => {
  const { settings, later, firstOfDay = keepFirstOfDay() } = options;
  return { options, first: { settings, later, firstOfDay }, facts: firstPassFacts(settings) };
};

/**
 * Checks records against the rules, without a store: pure. What is no record is counted as unparsable and reported. Rules that need other
 * events or facts of the account are left to `scanInOrder`.
 */
export const scanRecords = (found: Iterable<Unwrapped>, options: ScanOptions): ScanResult => {
  const pass = passWith(options);
  const counts: Record<keyof ScanCounts, number> = { ...noCounts };
  const matches: ScanMatch[] = [];
  const occurrences: Occurrence[] = [];
  const undoings: Undoing[] = [];
  const uses: NotedUse[] = [];
  const problems: ScanProblem[] = [];
  const deferred: DeferredEvent[] = [];
  const undecided = countUndecided();
  const spans = keepSpans();
  const take = (said: Said): void => {
    matches.push(...said.matches);
    occurrences.push(...said.occurrences);
    undoings.push(...said.undoings);
    uses.push(...said.uses);
    problems.push(...said.problems);
    undecided.addAll(said.undecided);
  };
  for (const one of found) {
    if (one.kind === 'record') spans.addRecord(one.value);
    const checked = checkFound(one, pass);
    if (!checked) continue;
    counts.records += 1;
    counts[checked.as] += 1;
    if (checked.as === 'unparsable')
      problems.push({ position: checked.problem.position, cause: checked.problem.cause });
    if ('deferred' in checked) deferred.push(checked.deferred);
    if ('said' in checked) take(checked.said);
  }
  return {
    counts,
    matches,
    occurrences,
    undoings,
    uses,
    problems,
    deferred,
    undecided: undecided.counts(),
    spans: spans.spans(),
  };
};
