import type { Alerter } from '../alerts/alerter.ts';
import { buildAlert } from '../alerts/build-alert.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingStore } from '../findings/finding-store.ts';
import { effectsOf } from '../findings/from-evaluation.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { type Evaluation, runRules } from '../rules/run-rules.ts';
import { type FactPorts, factsFor } from './facts-for.ts';

/** What checking an event needs of the outside. */
export interface CheckEventPorts {
  readonly rules: RuleIndex;
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly store: FindingStore;
  readonly alerter: Alerter;
  readonly facts: FactPorts;
}

/** What became of one event. */
export interface CheckedEvent extends Evaluation {
  /** Every finding that the event touched, as stored. */
  readonly findings: readonly Finding[];
  /** Alerts that were sent. */
  readonly alerts: number;
}

/** Some steps failed; those that could be taken were. The event must be delivered again. */
export class EventNotCheckedError extends AggregateError {
  override readonly name = 'EventNotCheckedError';
}

const isPending = (finding: Finding): boolean => finding.alertedVersion < finding.version;

/** Findings by what they are about: one event and resource give one alert (docs/architecture.md, decision 11). */
const byResource = (findings: readonly Finding[]): readonly (readonly Finding[])[] => [
  ...Map.groupBy(findings, ({ resource, status }) => `${status} ${resource}`).values(),
];

/** An event may touch a finding twice: a trust policy that replaces another hits and puts right. The newest state of each counts. */
const latestOfEach = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(
    findings.toSorted((a, b) => a.version - b.version).map((finding) => [finding.id, finding]),
  ).values(),
];

const settle = async <T>(
  steps: readonly Promise<T>[],
): Promise<{ done: readonly T[]; errors: readonly unknown[] }> => {
  const results = await Promise.allSettled(steps);
  return {
    done: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    errors: results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : [])),
  };
};

const alertOf = async (findings: readonly Finding[], ports: CheckEventPorts): Promise<void> => {
  await ports.alerter.send(buildAlert(findings, ports.ruleOf));
  // Send, then mark: a crash in between repeats the alert and never drops it.
  for (const { accountId, id, version } of findings) await ports.store.markAlerted(accountId, id, version);
};

/**
 * Checks one event: runs its rules, records what they found, and tells what is worth telling. Safe to repeat for the same
 * event after a crash at any point.
 *
 * @param now the time of recording, ISO 8601
 * @throws EventNotCheckedError when a finding could not be recorded or an alert not be sent; everything else was done
 */
export const checkEvent = async (
  event: IamEvent,
  ports: CheckEventPorts,
  now: string,
): Promise<CheckedEvent> => {
  const evaluation = runRules(ports.rules, event, await factsFor(ports.rules, event, ports.facts));
  const { occurrences, undoings } = effectsOf(event, evaluation);
  const recorded = await settle([
    ...occurrences.map((occurrence) => ports.store.record(occurrence, now)),
    ...undoings.map((undoing) => ports.store.resolve(undoing, now)),
  ]);
  const findings = latestOfEach(recorded.done.flatMap((one) => (one ? [one.finding] : [])));
  const groups = byResource(findings.filter(isPending));
  const alerted = await settle(groups.map((group) => alertOf(group, ports)));
  const errors = [...recorded.errors, ...alerted.errors];
  if (errors.length > 0)
    throw new EventNotCheckedError(
      errors,
      `event ${event.id} (${event.action}): ${errors.length} steps failed`,
    );
  return { ...evaluation, findings, alerts: groups.length };
};
