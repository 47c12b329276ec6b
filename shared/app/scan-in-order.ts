import type { IamEvent } from '../events/iam-event.ts';
import { parseRecord } from '../events/parse-event.ts';
import type { Rule } from '../rules/define-rule.ts';
import { justThese } from '../rules/rule-index.ts';
import { runRules } from '../rules/run-rules.ts';
import { type DeferredRecord, readDeferred } from './defer-event.ts';
import { changeToTell } from './event-change.ts';
import { type FactPorts, factsFor } from './facts-for.ts';
import { hasFound, type MatchOptions, scannedEvent } from './scan-match.ts';
import { type DeferredEvent, noCounts, type ScanFindings } from './scan-result.ts';

/** What a deferred event gave. `counts` is what changes in those of the first pass. */
export interface OrderedResult extends ScanFindings {
  readonly from: string;
  /** Matches of a copy of the event before, which count once. */
  readonly copies: number;
}

/** How deferred events are scanned. */
export interface OrderedOptions extends MatchOptions {
  readonly facts: FactPorts;
  /** As in the first pass. */
  readonly receivedAt: string;
}

const nothing: Omit<ScanFindings, 'counts'> = {
  matches: [],
  occurrences: [],
  undoings: [],
  uses: [],
  problems: [],
  undecided: {},
};

const isRule = (rule: Rule | undefined): rule is Rule => rule !== undefined;

/** Oldest first; events of one time by id, so that every order of files gives the same. */
export const byEventTime = (a: DeferredEvent, b: DeferredEvent): number =>
  a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * The second pass of a scan: decides the rules that the first one left, event by event in the order of `byEventTime`. Copies of an event then
 * stand next to each other and count once.
 */
export const scanInOrder = (options: OrderedOptions) => {
  let before: { readonly event: DeferredEvent; readonly result: OrderedResult } | undefined;

  const evaluate = async (event: IamEvent, { ruleIds }: DeferredRecord) => {
    const rules = justThese(ruleIds.map(options.ruleOf).filter(isRule));
    const facts = await factsFor(rules, event, options.facts);
    return { evaluation: runRules(rules, event, facts), facts };
  };

  const decide = async (known: DeferredRecord): Promise<OrderedResult> => {
    const { from, position, wrapperTime, countedAs } = known;
    const event = parseRecord(known.record, { wrapperTime, receivedAt: options.receivedAt });
    const { evaluation, facts } = await evaluate(event, known);
    if (countedAs === 'tooOld') return { ...nothing, from, counts: noCounts, copies: 0 };
    const isFirstMatch = countedAs === 'noMatch' && hasFound(evaluation);
    return {
      from,
      copies: 0,
      counts: isFirstMatch ? { ...noCounts, noMatch: -1, matched: 1 } : noCounts,
      ...scannedEvent(
        event,
        position,
        evaluation,
        options,
        await changeToTell(event, evaluation, options.facts.account, facts),
      ),
    };
  };

  const check = async (deferred: DeferredEvent): Promise<OrderedResult> => {
    const known = readDeferred(deferred);
    if (before && byEventTime(before.event, deferred) === 0) {
      const { counts, occurrences } = before.result;
      return { ...nothing, from: known.from, counts, copies: occurrences.length };
    }
    const result = await decide(known);
    before = { event: deferred, result };
    return result;
  };
  return { check };
};
