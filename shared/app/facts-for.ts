import type { AccountReader } from '../account/account-reader.ts';
import type { AccountSettings } from '../account/account-settings.ts';
import type { AnswerTo, Lookup, LookupAnswer } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { EventHistory } from '../history/event-history.ts';
import type { HistoryAnswer, HistoryNeed } from '../history/window.ts';
import type { Rule } from '../rules/define-rule.ts';
import { type FactSource, noFacts, type SettingsFault } from '../rules/facts.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { answersTo, applies, isKnownAnswer } from '../rules/run-rules.ts';

/** Where facts come from. */
export interface FactPorts {
  readonly account: AccountReader;
  readonly history: EventHistory;
  readonly settings: AccountSettings;
  readonly settingsFault?: SettingsFault;
}

/** Answers for `runRules`. */
export interface FetchedFacts extends FactSource {
  /** The answer to a question about the account that some rule asked, optional or not. */
  answered(need: Lookup): LookupAnswer | undefined;
  /** Ids of the rules that asked for something. */
  readonly askers: ReadonlySet<string>;
}

/** What the rules that meet an event have asked for so far, each question once. */
interface Asked {
  readonly event: IamEvent;
  readonly ports: FactPorts;
  readonly lookups: Map<string, Promise<LookupAnswer>>;
  readonly history: Map<string, Promise<HistoryAnswer>>;
  readonly askers: Set<string>;
}

const once = <T>(map: Map<string, T>, key: string, ask: () => T): T => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  map.set(key, asked);
  return asked;
};

/** A rule that throws here throws again when it runs, and is reported there. */
const needsOf = <T>(declare: () => readonly T[] | undefined): readonly T[] => {
  try {
    return declare() ?? [];
  } catch {
    return [];
  }
};

const lookUp = (needs: readonly Lookup[], { event, ports, lookups }: Asked) =>
  needs.map((need) => once(lookups, JSON.stringify(need), () => ports.account.read(event.accountId, need)));

const note = (ruleId: string, needs: readonly HistoryNeed[], { event, ports, history }: Asked) => {
  const about = { accountId: event.accountId, event: { id: event.id, time: event.time } };
  return needs.map((need) =>
    once(history, JSON.stringify({ ruleId, need }), () => ports.history.note({ ruleId, need, ...about })),
  );
};

/** Asks in two rounds: what a rule asks in the second may depend on what it was told in the first. */
const lookUpTwice = async (rule: Rule, asked: Asked): Promise<readonly LookupAnswer[]> => {
  const { event, ports } = asked;
  const declared = (answerTo: AnswerTo) => needsOf(() => rule.lookups?.(event, ports.settings, answerTo));
  const needs = declared(() => undefined);
  if (needs.length === 0) return [];
  const first = await Promise.all(lookUp(needs, asked));
  return Promise.all(lookUp(declared(answersTo(needs, first)), asked));
};

/** Asks for what a rule needs, its look-ups first: what it asks of history may depend on them. */
const askFor = async (rule: Rule, asked: Asked): Promise<void> => {
  const { event, ports } = asked;
  const { settings } = ports;
  if ((rule.needs ?? []).some((name) => settings[name] === undefined)) return;
  const lookups = rule.lookups === undefined ? [] : await lookUpTwice(rule, asked);
  const known = lookups.filter(isKnownAnswer);
  const noted = note(
    rule.id,
    needsOf(() => rule.history?.(event, settings, known)),
    asked,
  );
  if (lookups.length + noted.length > 0) asked.askers.add(rule.id);
  await Promise.all(noted);
};

const settled = async <T>(asked: ReadonlyMap<string, Promise<T>>): Promise<ReadonlyMap<string, T>> =>
  new Map(await Promise.all([...asked].map(async ([key, answer]) => [key, await answer] as const)));

/**
 * Fetches what the rules that meet an event declare to need: each question once, all at the same time.
 *
 * @returns a question that nobody asked is answered as unavailable
 */
export const factsFor = async (
  index: RuleIndex,
  event: IamEvent,
  ports: FactPorts,
): Promise<FetchedFacts> => {
  const { account, history, ...settings } = ports;
  const asking = index
    .candidates(event)
    .filter((rule) => (rule.lookups || rule.history) && applies(rule, event));
  const askers = new Set<string>();
  if (asking.length === 0) return { ...noFacts, ...settings, askers, answered: () => undefined };
  const asked: Asked = { event, ports, lookups: new Map(), history: new Map(), askers };
  await Promise.all(asking.map((rule) => askFor(rule, asked)));
  const [answers, windows] = await Promise.all([settled(asked.lookups), settled(asked.history)]);
  const answered = ({ kind, id }: Lookup) =>
    answers.get(JSON.stringify({ kind, id })) ?? answers.get(JSON.stringify({ kind, id, optional: true }));
  return {
    ...settings,
    askers,
    answered,
    lookup: (lookup) => answers.get(JSON.stringify(lookup)) ?? noFacts.lookup(lookup),
    history: (ruleId, need) => windows.get(JSON.stringify({ ruleId, need })) ?? noFacts.history(ruleId, need),
  };
};
