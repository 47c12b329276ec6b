import type { AccountReader } from '../../../shared/account/account-reader.ts';
import { withAddresses } from '../../../shared/account/with-addresses.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { type FactPorts, type FetchedFacts, factsFor } from '../../../shared/app/facts-for.ts';
import type { IamEvent, JsonObject } from '../../../shared/events/iam-event.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { daysAfter } from '../../../shared/history/first-sighting.ts';
import type { Example, ExampleLookups } from '../../../shared/rules/define-rule.ts';
import type { RuleIndex } from '../../../shared/rules/rule-index.ts';
import { type Evaluation, runRules } from '../../../shared/rules/run-rules.ts';

// Examples carry their own time; this one is for a record without any.
const receivedAt = '2026-03-04T05:06:08Z';

/** An example's record as the rules see it. */
export const eventOfExample = (record: JsonObject): IamEvent => parseRecord(record, { receivedAt });

const answering = (answers: ExampleLookups, isOff: boolean): AccountReader => ({
  read: async (_, { kind, id }) => {
    const value = answers[kind]?.[id];
    if (value === undefined)
      return {
        status: 'unavailable',
        cause: `the example does not say the ${kind} of "${id}"`,
        ...(isOff ? { off: true } : {}),
      };
    const readAt = receivedAt;
    return value === null ? { status: 'absent', kind, readAt } : { status: 'found', kind, value, readAt };
  },
});

const portsOf = ({ record, watchedSince, settings = {}, lookups = {} }: Example): FactPorts => ({
  account: withAddresses(answering(lookups, false), answering(lookups, lookups.address === undefined)),
  history: memoryEventHistory({ since: watchedSince ?? daysAfter(eventOfExample(record).time, -365) }),
  settings,
});

/** What the rules say of each record of an example, as they arrive one after another. */
export const playExample = async (index: RuleIndex, example: Example): Promise<readonly Evaluation[]> => {
  const ports = portsOf(example);
  const evaluations: Evaluation[] = [];
  for (const record of [...(example.before ?? []), example.record]) {
    const event = eventOfExample(record);
    evaluations.push(runRules(index, event, await factsFor(index, event, ports)));
  }
  return evaluations;
};

/** What the rules know when an example's record arrives: its own answers, and a history in which the records before it have been noted. */
export const factsOfExample = async (index: RuleIndex, example: Example): Promise<FetchedFacts> => {
  const ports = portsOf(example);
  for (const record of example.before ?? []) await factsFor(index, eventOfExample(record), ports);
  return factsFor(index, eventOfExample(example.record), ports);
};
