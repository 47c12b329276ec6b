import type { AnswerTo, KnownAnswer, Lookup, LookupAnswer } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { HistoryAnswer, HistoryNeed, KnownHistory } from '../history/window.ts';
import type { Match, OutcomeFilter, Rule, RuleKind } from './define-rule.ts';
import { isDeployment } from './deployment.ts';
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

const severityOf = (rule: Rule, match: Match, event: IamEvent, { settings }: FactSource): Severity => {
  const declared = match.severity ?? rule.severity;
  const attempted = rule.outcome === 'attempted' && event.outcome === 'denied' ? lowered(declared) : declared;
  return rule.infrastructureAsCode === 'lower' && isDeployment(event, settings)
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

const keyOf = ({ kind, id }: Lookup): string => JSON.stringify([kind, id]);

/** Answers by question, whether or not the rule can do without. */
export const answersTo = (needs: readonly Lookup[], answers: readonly LookupAnswer[]): AnswerTo => {
  const byKey = new Map(needs.map((need, index) => [keyOf(need), answers[index]]));
  return (need) => byKey.get(keyOf(need));
};

const noNeeds: readonly never[] = [];
const nothingAsked: AnswerTo = () => undefined;

interface Asked {
  readonly needs: readonly Lookup[];
  readonly answers: readonly LookupAnswer[];
  readonly answerTo: AnswerTo;
}

/** As the facts were fetched: what is asked in the second round may depend on the answers to the first. */
const askTwice = (rule: Rule, event: IamEvent, source: FactSource): Asked => {
  const asked = (before: AnswerTo): Asked => {
    const needs = rule.lookups?.(event, source.settings, before) ?? noNeeds;
    const answers = needs.map((need) => source.lookup(need));
    return { needs, answers, answerTo: needs.length === 0 ? nothingAsked : answersTo(needs, answers) };
  };
  const first = asked(nothingAsked);
  return first.needs.length === 0 ? first : asked(first.answerTo);
};

const askedFor = (rule: Rule, event: IamEvent, source: FactSource): Fetched | undefined => {
  const { settings } = source;
  const { needs, answers, answerTo } = askTwice(rule, event, source);
  const lookups = answers.filter(isKnownAnswer);
  const asked: (readonly [Lookup | HistoryNeed, LookupAnswer | HistoryAnswer])[] = needs.map(
    (need, index) => [need, answers[index] as LookupAnswer],
  );
  const windows: KnownHistory[] = [];
  for (const need of rule.history?.(event, settings, lookups) ?? noNeeds) {
    const answer = source.history(rule.id, need);
    asked.push([need, answer]);
    if (isKnownHistory(answer)) windows.push(answer);
  }
  if (asked.length === 0) return undefined;
  const { undecided, partial } = gapsIn(asked);
  return undecided ? { undecided } : { facts: { lookups, answerTo, history: windows, settings }, partial };
};

const kindOf = (rule: Rule, event: IamEvent): RuleKind =>
  rule.kind === 'condition' && event.outcome !== 'succeeded' ? 'incident' : rule.kind;

/** What the rules have said so far. */
interface Said {
  readonly matches: RuleMatch[];
  readonly resolutions: Resolution[];
  readonly crashes: Crash[];
  readonly inconclusive: Inconclusive[];
}

/** @param plain what a rule is told that asks for nothing, as most do */
const runOne = (rule: Rule, event: IamEvent, source: FactSource, plain: Facts, said: Said): void => {
  const off = missingSettings(rule, source);
  const asks = rule.lookups !== undefined || rule.history !== undefined;
  const fetched = off ? { undecided: off } : asks ? askedFor(rule, event, source) : undefined;
  if (fetched && 'undecided' in fetched) {
    said.inconclusive.push({ rule, ...fetched.undecided });
    return;
  }
  const found = rule.evaluate(event, fetched?.facts ?? plain);
  if (found.length > 0) {
    const kind = kindOf(rule, event);
    for (const match of found)
      said.matches.push({ rule, match, kind, severity: severityOf(rule, match, event, source) });
  }
  if (fetched?.partial) said.inconclusive.push({ rule, ...fetched.partial, isPartial: true });
};

const undoOne = (rule: Rule, event: IamEvent, said: Said): void => {
  const undos = (rule.undoneBy ?? []).filter(({ actions }) => actions.includes(event.action));
  const resolutions = undos.flatMap((undo) => undo.undoes(event).map((undone) => ({ rule, ...undone })));
  said.resolutions.push(...resolutions);
};

const isolated = (rule: Rule, said: Said, run: () => void): void => {
  try {
    run();
  } catch (error) {
    said.crashes.push({ rule, error });
  }
};

/** Whether nothing at all came of it, as of most events. */
export const isSilent = ({ matches, resolutions, crashes, inconclusive }: Evaluation): boolean =>
  matches.length + resolutions.length + crashes.length + inconclusive.length === 0;

/** The rules that an event meets, as `RuleIndex` tells them. */
export interface MetRules {
  readonly candidates: readonly Rule[];
  readonly undoing: readonly Rule[];
}

/** Runs rules of which it is known that the event meets them; else as `runRules`. */
export const runThese = (
  { candidates, undoing }: MetRules,
  event: IamEvent,
  source: FactSource,
): Evaluation => {
  const said: Said = { matches: [], resolutions: [], crashes: [], inconclusive: [] };
  const plain: Facts = { lookups: [], answerTo: nothingAsked, history: [], settings: source.settings };
  for (const rule of candidates)
    if (applies(rule, event)) isolated(rule, said, () => runOne(rule, event, source, plain, said));
  if (event.outcome === 'succeeded' && !isNetworkActivity(event))
    for (const rule of undoing) isolated(rule, said, () => undoOne(rule, event, said));
  return said;
};

/**
 * Runs the rules that are candidates for the event. A throwing rule is isolated and reported as a crash; a rule whose facts
 * are not available is reported as inconclusive.
 *
 * @param index which rules meet which events (`indexRules`)
 * @param source answers to what the rules declare in `lookups` and `history`, fetched beforehand
 */
export const runRules = (index: RuleIndex, event: IamEvent, source: FactSource = noFacts): Evaluation =>
  runThese({ candidates: index.candidates(event), undoing: index.undoing(event) }, event, source);
