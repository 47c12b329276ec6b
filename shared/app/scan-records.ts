import { buildAlert } from '../alerts/build-alert.ts';
import type { IamEvent, Outcome } from '../events/iam-event.ts';
import { parseRecord, UnparsableRecordError } from '../events/parse-event.ts';
import type { Unwrapped } from '../events/unwrap.ts';
import type { FindingActor, Occurrence, Undoing } from '../findings/finding.ts';
import { findingIdOfOccurrence } from '../findings/finding-id.ts';
import { effectsOf } from '../findings/from-evaluation.ts';
import { applyOccurrence } from '../findings/lifecycle.ts';
import type { Rule, RuleKind } from '../rules/define-rule.ts';
import { noFacts } from '../rules/facts.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { runRules } from '../rules/run-rules.ts';
import { isAtLeast, type Severity } from '../rules/severity.ts';

/** One match as `scan --format jsonl` prints it. Fields may be added, never renamed. Values are attacker-controlled. */
export interface ScanMatch {
  readonly ruleId: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  /** One English sentence. */
  readonly message: string;
  readonly title: string;
  readonly findingId: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly eventSource: string;
  /** ISO 8601, UTC. */
  readonly eventTime: string;
  readonly outcome: Outcome;
  readonly errorCode: string | null;
  readonly accountId: string;
  readonly region: string;
  readonly actor: FindingActor;
  readonly resource: string;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
}

/** Something that could not be checked. */
export interface ScanProblem {
  readonly position: string;
  readonly cause: string;
}

/** Every record is counted once: `records` is the sum of the others. */
export interface ScanCounts {
  readonly records: number;
  readonly unparsable: number;
  /** Before `--since`. */
  readonly tooOld: number;
  /** No rule asks for such a call. */
  readonly outOfScope: number;
  readonly noMatch: number;
  readonly matched: number;
}

/** What a batch of records gave. Plain data, so that it can cross from a worker thread. */
export interface ScanResult {
  readonly counts: ScanCounts;
  readonly matches: readonly ScanMatch[];
  readonly occurrences: readonly Occurrence[];
  readonly undoings: readonly Undoing[];
  readonly problems: readonly ScanProblem[];
  /** Rules that could not be decided, by id, and how often. */
  readonly inconclusive: Readonly<Record<string, number>>;
}

export interface ScanOptions {
  readonly rules: RuleIndex;
  readonly ruleOf: (id: string) => Rule | undefined;
  /** ISO 8601; older records are counted and left. */
  readonly since?: string | undefined;
  readonly minSeverity: Severity;
  /** When the records are read, ISO 8601. */
  readonly receivedAt: string;
}

export const noCounts: ScanCounts = {
  records: 0,
  unparsable: 0,
  tooOld: 0,
  outOfScope: 0,
  noMatch: 0,
  matched: 0,
};

/** The sums of two counts. */
export const addCounts = (a: ScanCounts, b: ScanCounts): ScanCounts => ({
  records: a.records + b.records,
  unparsable: a.unparsable + b.unparsable,
  tooOld: a.tooOld + b.tooOld,
  outOfScope: a.outOfScope + b.outOfScope,
  noMatch: a.noMatch + b.noMatch,
  matched: a.matched + b.matched,
});

const toMatch = (occurrence: Occurrence, event: IamEvent, ruleOf: ScanOptions['ruleOf']): ScanMatch => {
  const { finding } = applyOccurrence(undefined, occurrence, occurrence.event.time);
  const { title, sentence } = buildAlert([finding], ruleOf);
  return {
    ruleId: occurrence.ruleId,
    kind: occurrence.kind,
    severity: occurrence.severity,
    message: sentence,
    title,
    findingId: findingIdOfOccurrence(occurrence),
    eventId: event.id,
    eventName: event.name,
    eventSource: event.source,
    eventTime: event.time,
    outcome: event.outcome,
    errorCode: event.errorCode ?? null,
    accountId: event.accountId,
    region: event.region,
    actor: occurrence.actor,
    resource: occurrence.resource,
    sourceIp: event.sourceIp ?? null,
    userAgent: event.userAgent ?? null,
  };
};

type Checked =
  | { readonly as: 'unparsable'; readonly problem: ScanProblem }
  | { readonly as: 'tooOld' | 'outOfScope' }
  | ({
      readonly as: 'noMatch' | 'matched';
      readonly problems: readonly ScanProblem[];
      readonly undecided: readonly string[];
    } & Pick<ScanResult, 'matches' | 'occurrences' | 'undoings'>);

const parse = (found: Extract<Unwrapped, { kind: 'record' }>, receivedAt: string): IamEvent | ScanProblem => {
  try {
    return parseRecord(found.value, { wrapperTime: found.wrapperTime, receivedAt });
  } catch (error) {
    if (error instanceof UnparsableRecordError) return { position: found.position, cause: error.message };
    throw error;
  }
};

const checkEvent = (event: IamEvent, position: string, options: ScanOptions): Checked => {
  if (options.since !== undefined && event.time < options.since) return { as: 'tooOld' };
  const evaluation = runRules(options.rules, event, noFacts);
  const { matches, crashes, inconclusive } = evaluation;
  const { occurrences, undoings } = effectsOf(event, evaluation);
  const kept = occurrences.filter(({ severity }) => isAtLeast(severity, options.minSeverity));
  return {
    as: matches.length > 0 ? 'matched' : 'noMatch',
    matches: kept.map((occurrence) => toMatch(occurrence, event, options.ruleOf)),
    occurrences: kept,
    undoings,
    problems: crashes.map(({ rule, error }) => ({
      position,
      cause: `rule ${rule.id} crashed on event ${event.id}: ${error instanceof Error ? error.message : String(error)}`,
    })),
    undecided: inconclusive.map(({ rule }) => rule.id),
  };
};

const checkFound = (found: Unwrapped, options: ScanOptions): Checked | undefined => {
  if (found.kind === 'no-records') return undefined;
  if (found.kind === 'unreadable') return { as: 'unparsable', problem: found };
  // Most records concern no rule: they are sorted out before the work of parsing them.
  if (options.since === undefined && !options.rules.concerns(found.value)) return { as: 'outOfScope' };
  const event = parse(found, options.receivedAt);
  if ('cause' in event) return { as: 'unparsable', problem: event };
  const checked = checkEvent(event, found.position, options);
  return checked.as === 'noMatch' && !options.rules.concerns(found.value) ? { as: 'outOfScope' } : checked;
};

const problemsOf = (checked: Checked): readonly ScanProblem[] => {
  if (checked.as === 'unparsable')
    return [{ position: checked.problem.position, cause: checked.problem.cause }];
  return 'problems' in checked ? checked.problems : [];
};

/** Checks records against the rules, without a store: pure. What is no record is counted as unparsable and reported. */
export const scanRecords = (found: Iterable<Unwrapped>, options: ScanOptions): ScanResult => {
  const counts: Record<keyof ScanCounts, number> = { ...noCounts };
  const matches: ScanMatch[] = [];
  const occurrences: Occurrence[] = [];
  const undoings: Undoing[] = [];
  const problems: ScanProblem[] = [];
  const inconclusive: Record<string, number> = {};
  for (const one of found) {
    const checked = checkFound(one, options);
    if (!checked) continue;
    counts.records += 1;
    counts[checked.as] += 1;
    problems.push(...problemsOf(checked));
    if (!('matches' in checked)) continue;
    matches.push(...checked.matches);
    occurrences.push(...checked.occurrences);
    undoings.push(...checked.undoings);
    for (const id of checked.undecided) inconclusive[id] = (inconclusive[id] ?? 0) + 1;
  }
  return { counts, matches, occurrences, undoings, problems, inconclusive };
};
