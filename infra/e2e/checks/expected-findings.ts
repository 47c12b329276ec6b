import type { JsonObject } from '../../../shared/events/iam-event.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { findingIdOfOccurrence } from '../../../shared/findings/finding-id.ts';
import { effectsOf } from '../../../shared/findings/from-evaluation.ts';
import { rules } from '../../../shared/rules/catalogue.ts';
import { noFacts } from '../../../shared/rules/facts.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import { rulesAsDeployed } from '../../../shared/rules/tier.ts';

// As the installation is deployed (deploy-trailwarden.ts).
const index = indexRules(rulesAsDeployed('read-only', rules));

/** The ids of the findings that a record must become, by the product's own rules. @throws Error when no rule fires on it */
export const expectedFindings = (record: JsonObject): readonly string[] => {
  const event = parseRecord(record, { receivedAt: String(record['eventTime']) });
  const { occurrences } = effectsOf(event, runRules(index, event, noFacts));
  if (occurrences.length === 0)
    throw new Error(`no rule fires on ${event.action}: the check needs another event`);
  return occurrences.map(findingIdOfOccurrence);
};
