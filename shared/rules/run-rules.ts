import type { IamEvent } from '../events/iam-event.ts';
import type { Match, OutcomeFilter, Rule, RuleKind } from './define-rule.ts';
import { type FactSource, type Facts, noFacts } from './facts.ts';
import type { RuleIndex } from './rule-index.ts';
import { lowered, type Severity } from './severity.ts';

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

/** A rule that could not be decided because a look-up or its history is not available. */
export interface Inconclusive {
  readonly rule: Rule;
  readonly causes: readonly string[];
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

const applies = (rule: Rule, event: IamEvent): boolean =>
  firesOn[rule.outcome ?? 'succeeded'](event.outcome) &&
  !(rule.serviceInitiated === 'skip' && event.via === 'service');

const severityOf = (rule: Rule, match: Match, event: IamEvent): Severity => {
  const declared = match.severity ?? rule.severity;
  const attempted = rule.outcome === 'attempted' && event.outcome === 'denied' ? lowered(declared) : declared;
  return rule.infrastructureAsCode === 'lower' && event.via === 'infrastructure-as-code'
    ? lowered(attempted)
    : attempted;
};

const isAvailable = <T extends { readonly status: string }>(
  answer: T,
): answer is Exclude<T, { status: 'unavailable' }> => answer.status !== 'unavailable';

const factsFor = (
  rule: Rule,
  event: IamEvent,
  source: FactSource,
): Facts | { readonly causes: readonly string[] } => {
  const lookups = (rule.lookups?.(event) ?? []).map((need) => source.lookup(need));
  const history = (rule.history?.(event) ?? []).map((need) => source.history(need));
  const causes = [...lookups, ...history].flatMap((answer) =>
    answer.status === 'unavailable' ? [answer.cause] : [],
  );
  return causes.length > 0
    ? { causes }
    : { lookups: lookups.filter(isAvailable), history: history.filter(isAvailable) };
};

const kindOf = (rule: Rule, event: IamEvent): RuleKind =>
  rule.kind === 'condition' && event.outcome !== 'succeeded' ? 'incident' : rule.kind;

type Result = { readonly matches: readonly RuleMatch[] } | Crash | Inconclusive;

const runOne = (rule: Rule, event: IamEvent, source: FactSource): Result => {
  try {
    const facts = factsFor(rule, event, source);
    if ('causes' in facts) return { rule, causes: facts.causes };
    const found = rule.evaluate(event, facts);
    const kind = kindOf(rule, event);
    return {
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
    event.outcome === 'succeeded' ? index.undoing(event).map((rule) => undoOne(rule, event)) : [];
  return {
    matches: results.flatMap((result) => ('matches' in result ? result.matches : [])),
    resolutions: undone.flatMap((result) => ('resolutions' in result ? result.resolutions : [])),
    crashes: [...results, ...undone].filter((result) => 'error' in result),
    inconclusive: results.filter((result) => 'causes' in result),
  };
};
