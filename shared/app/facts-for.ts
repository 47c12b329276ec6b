import type { AccountReader } from '../account/account-reader.ts';
import type { AccountSettings } from '../account/account-settings.ts';
import type { Lookup, LookupAnswer } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { EventHistory } from '../history/event-history.ts';
import type { HistoryAnswer, HistoryNeed } from '../history/window.ts';
import type { Rule } from '../rules/define-rule.ts';
import { type FactSource, noFacts } from '../rules/facts.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { applies } from '../rules/run-rules.ts';

/** Where facts come from. */
export interface FactPorts {
  readonly account: AccountReader;
  readonly history: EventHistory;
  readonly settings: AccountSettings;
}

interface Needs {
  readonly rule: Rule;
  readonly lookups: readonly Lookup[];
  readonly history: readonly HistoryNeed[];
}

const noNeeds = { lookups: [], history: [] };

/** A rule that throws here throws again when it runs, and is reported there. */
const needsOf = (rule: Rule, event: IamEvent, settings: AccountSettings): Needs => {
  if ((rule.needs ?? []).some((name) => settings[name] === undefined)) return { rule, ...noNeeds };
  try {
    return {
      rule,
      lookups: rule.lookups?.(event, settings) ?? [],
      history: rule.history?.(event, settings) ?? [],
    };
  } catch {
    return { rule, ...noNeeds };
  }
};

const asksNothing = ({ lookups, history }: Needs): boolean => lookups.length === 0 && history.length === 0;

/**
 * Fetches what the rules that meet an event declare to need: each question once, all at the same time.
 *
 * @returns answers for `runRules`; a question that nobody asked is answered as unavailable
 */
export const factsFor = async (index: RuleIndex, event: IamEvent, ports: FactPorts): Promise<FactSource> => {
  const { settings } = ports;
  const needs = index
    .candidates(event)
    .filter((rule) => applies(rule, event))
    .map((rule) => needsOf(rule, event, settings))
    .filter((need) => !asksNothing(need));
  if (needs.length === 0) return { ...noFacts, settings };
  const lookups = new Map(
    needs.flatMap((need) => need.lookups).map((lookup) => [JSON.stringify(lookup), lookup]),
  );
  const requests = needs.flatMap(({ rule, history }) => history.map((need) => ({ ruleId: rule.id, need })));
  const about = { accountId: event.accountId, event: { id: event.id, time: event.time } };
  const [read, noted] = await Promise.all([
    Promise.all(
      [...lookups].map(
        async ([key, lookup]): Promise<[string, LookupAnswer]> => [
          key,
          await ports.account.read(event.accountId, lookup),
        ],
      ),
    ),
    Promise.all(
      requests.map(
        async (request): Promise<[string, HistoryAnswer]> => [
          JSON.stringify(request),
          await ports.history.note({ ...request, ...about }),
        ],
      ),
    ),
  ]);
  const answers = new Map(read);
  const windows = new Map(noted);
  return {
    settings,
    lookup: (lookup) => answers.get(JSON.stringify(lookup)) ?? noFacts.lookup(lookup),
    history: (ruleId, need) => windows.get(JSON.stringify({ ruleId, need })) ?? noFacts.history(ruleId, need),
  };
};
