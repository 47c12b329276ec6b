import { noAccount } from '../../../shared/account/account-reader.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { factsFor } from '../../../shared/app/facts-for.ts';
import type { IamEvent } from '../../../shared/events/iam-event.ts';
import { parseRecord, UnparsableRecordError } from '../../../shared/events/parse-event.ts';
import type { Rule } from '../../../shared/rules/define-rule.ts';
import { indexRules, type RuleIndex } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import type { Sample } from '../../../shared/sigma/samples.ts';
import { messageOf } from '../errors.ts';

/** What a rule made of a sample. */
export interface SampleOutcome {
  readonly isMatched: boolean;
  /** Why the sample proves nothing: it is no record, or the rule could not be decided. */
  readonly troubles: readonly string[];
}

// Samples carry their own time; this one is for those without any.
const receivedAt = '2026-03-04T05:06:08Z';

const parsed = (record: unknown, position: string): IamEvent | string => {
  try {
    return parseRecord(record, { receivedAt });
  } catch (error) {
    if (error instanceof UnparsableRecordError) return `${position}${error.message}`;
    throw error;
  }
};

const twins = (events: readonly IamEvent[]): readonly string[] =>
  new Set(events.map(({ id }) => id)).size < events.length
    ? ['two of its events have the same eventID, or are the same: they count as one']
    : [];

const run = async (index: RuleIndex, events: readonly IamEvent[]): Promise<SampleOutcome> => {
  const history = memoryEventHistory();
  const troubles: string[] = [];
  let isMatched = false;
  for (const event of events) {
    const facts = await factsFor(index, event, { account: noAccount, history, settings: {} });
    const { matches, crashes, inconclusive } = runRules(index, event, facts);
    isMatched ||= matches.length > 0;
    troubles.push(...crashes.map(({ error }) => `the rule crashed: ${messageOf(error)}`));
    troubles.push(...inconclusive.map(({ causes }) => `it could not be decided: ${causes.join('; ')}`));
  }
  return { isMatched, troubles };
};

/** Runs the events of a sample through the parser, the rule's trigger and the rule, one after the other, with a history of their own. */
export const runSample = async (rule: Rule, sample: Sample): Promise<SampleOutcome> => {
  const read = sample.map((record, i) => parsed(record, sample.length === 1 ? '' : `event ${i + 1}: `));
  const troubles = read.filter((one) => typeof one === 'string');
  if (troubles.length > 0) return { isMatched: false, troubles };
  const events = read.filter((one) => typeof one !== 'string');
  const outcome = await run(indexRules([rule]), events);
  return { ...outcome, troubles: [...outcome.troubles, ...twins(events)] };
};
