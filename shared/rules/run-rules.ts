import type { KnownAnswer, LookupAnswer } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { HistoryAnswer, KnownHistory } from '../history/window.ts';
import type { Match, OutcomeFilter, Rule, RuleKind } from './define-rule.ts';
import { type FactSource, type Facts, noFacts } from './facts.ts';
import type { RuleIndex } from './rule-index.ts';
import { lowered, type Severity } from './severity.ts';
import { asksNetworkActivity } from './trigger.ts';
import { gapsIn, missingSettings, type Undecided } from './undecided.ts';

/** A match with what the engine adds: the severity in force and whether the call went through. */
export interface RuleMatch {
  readonly rule: Rule;
  readonly match: Match;
  readonly severity: Severity;
  /** A refused attempt changed nothing, so it is an incident even where the rule is a condition. */
  readonly kind: RuleKind;
}

/** An event that puts conditions right. */
export interface Resolution {
  readonly rule: Rule;
  readonly resource: string;
  readonly aspect?: string;
}

/** A rule that threw. The other rules have run all the same. */
export interface Crash {
  readonly rule: Rule;
  readonly error: unknown;
}

/** A rule that could not be decided, or was decided without an answer that would have said more. */
export interface Inconclusive extends Undecided {
  readonly rule: Rule;
}

export interface Evaluation {
  readonly matches: readonly RuleMatch[];
  readonly resolutions: readonly Resolution[];
  readonly crashes: readonly Crash[];
  readonly inconclusive: readonly Inconclusive[];
}

const firesOn: Readonly<Record<OutcomeFilter, (outcome: IamEvent['outcome']) => boolean>> = {
  succeeded: (outcome) => outcome === 'succeeded',
  attempted: (outcome) => outcome !== 'failed',
  any: () => true,
  'not-succeeded': (outcome) => outcome !== 'succeeded',
};

const isNetworkActivity = ({ category }: IamEvent): boolean => category === 'NetworkActivity';

/** Whether the rule looks at such an event at all: its kind and outcome, and who made the call. */
export const applies = (rule: Rule, event: IamEvent): boolean =>
  firesOn[rule.outcome ?? 'succeeded'](event.outcome) &&
  isNetworkActivity(event) === asksNetworkActivity(rule.on) &&
  !(rule.serviceInitiated === 'skip' && event.via === 'service');

const severityOf = (rule: Rule, match: Match, event: IamEvent): Severity => {
  const declared = match.severity ?? rule.severity;
  const attempted = rule.outcome === 'attempted' && event.outcome === 'denied' ? lowered(declared) : declared;
  return rule.infrastructureAsCode === 'lower' && event.via === 'infrastructure-as-code'
    ? lowered(attempted)
    : attempted;
};

export const isKnownAnswer = (answer: LookupAnswer): answer is KnownAnswer => answer.status !== 'unavailable';
const isKnownHistory = (answer: HistoryAnswer): answer is KnownHistory =>
  answer.status === 'met' || answer.status === 'not-met';

/** What a rule was told, or why it cannot be asked; with what it had to do without. */
type Fetched =
  | { readonly facts: Facts; readonly partial: Undecided | undefined }
  | { readonly undecided: Undecided };

const fetchedFor = (rule: Rule, event: IamEvent, source: FactSource): Fetched => {
  const { settings } = source;
  const off = missingSettings(rule, source);
  if (off) return { undecided: off };
  const lookups = (rule.lookups?.(event, settings) ?? []).map((need) => [need, source.lookup(need)] as const);
  const known = lookups.map(([, answer]) => answer).filter(isKnownAnswer);
  const history = (rule.history?.(event, settings, known) ?? []).map(
    (need) => [need, source.history(rule.id, need)] as const,
  );
  const { undecided, partial } = gapsIn([...lookups, ...history]);
  if (undecided) return { undecided };
  const windows = history.map(([, answer]) => answer).filter(isKnownHistory);
  return { facts: { lookups: known, history: windows, settings }, partial };
};

const kindOf = (rule: Rule, event: IamEvent): RuleKind =>
  rule.kind === 'condition' && event.outcome !== 'succeeded' ? 'incident' : rule.kind;

type Result =
  | { readonly matches: readonly RuleMatch[]; readonly partial?: Inconclusive | undefined }
  | Crash
  | Inconclusive;

const runOne = (rule: Rule, event: IamEvent, source: FactSource): Result => {
  try {
    const fetched = fetchedFor(rule, event, source);
    if ('undecided' in fetched) return { rule, ...fetched.undecided };
    const { facts, partial } = fetched;
    const found = rule.evaluate(event, facts);
    const kind = kindOf(rule, event);
    return {
      ...(partial ? { partial: { rule, ...partial, isPartial: true } } : {}),
      matches: found.map((match) => ({ rule, match, kind, severity: severityOf(rule, match, event) })),
    };
  } catch (error) {
    return { rule, error };
  }
};

type UndoResult = { readonly resolutions: readonly Resolution[] } | Crash;

const undoOne = (rule: Rule, event: IamEvent): UndoResult => {
  try {
    const undos = (rule.undoneBy ?? []).filter(({ actions }) => actions.includes(event.action));
    return {
      resolutions: undos.flatMap((undo) => undo.undoes(event).map((undone) => ({ rule, ...undone }))),
    };
  } catch (error) {
    return { rule, error };
  }
};

/**
 * Runs the rules that are candidates for the event. A throwing rule is isolated and reported as a crash; a rule whose facts
 * are not available is reported as inconclusive.
 *
 * @param index which rules meet which events (`indexRules`)
 * @param source answers to what the rules declare in `lookups` and `history`, fetched beforehand
 */
export const runRules = (index: RuleIndex, event: IamEvent, source: FactSource = noFacts): Evaluation => {
  const results = index
    .candidates(event)
    .filter((rule) => applies(rule, event))
    .map((rule) => runOne(rule, event, source));
  const undone =
    event.outcome === 'succeeded' && !isNetworkActivity(event)
      ? index.undoing(event).map((rule) => undoOne(rule, event))
      : [];
  return {
    matches: results.flatMap((result) => ('matches' in result ? result.matches : [])),
    resolutions: undone.flatMap((result) => ('resolutions' in result ? result.resolutions : [])),
    crashes: [...results, ...undone].filter((result) => 'error' in result),
    inconclusive: results.flatMap((result) => {
      if ('causes' in result) return [result];
      return 'partial' in result && result.partial ? [result.partial] : [];
    }),
  };
};
