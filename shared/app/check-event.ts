import type { Alerter } from '../alerts/alerter.ts';
import { buildAlert } from '../alerts/build-alert.ts';
import type { IamEvent } from '../events/iam-event.ts';
import {
  type EventSummary,
  type Finding,
  type FindingActor,
  type FindingKind,
  type Occurrence,
  summariseActor,
  summariseEvent,
} from '../findings/finding.ts';
import { findingIdOf } from '../findings/finding-id.ts';
import type { FindingStore } from '../findings/finding-store.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { FactSource } from '../rules/facts.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { type Evaluation, type Resolution, type RuleMatch, runRules } from '../rules/run-rules.ts';

/** What checking an event needs of the outside. */
export interface CheckEventPorts {
  readonly rules: RuleIndex;
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly store: FindingStore;
  readonly alerter: Alerter;
  readonly facts: FactSource;
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

interface Seen {
  readonly event: EventSummary;
  readonly actor: FindingActor;
  readonly accountId: string;
}

const isFindingKind = (kind: RuleMatch['kind']): kind is FindingKind => kind !== 'inventory';

const occurrencesOf = (matches: readonly RuleMatch[], seen: Seen): readonly Occurrence[] =>
  matches.flatMap(({ rule, match, severity, kind }) =>
    isFindingKind(kind) ? [{ ...seen, ...match, ruleId: rule.id, severity, kind }] : [],
  );

/** An undoing names a resource; it ends every message that the rule can say of it. */
const undoingsOf = ({ rule, ...put }: Resolution, seen: Seen) =>
  Object.keys(rule.messages).map((message) => ({
    ...seen,
    findingId: findingIdOf({
      ...put,
      ruleId: rule.id,
      kind: 'condition',
      accountId: seen.accountId,
      message,
      actorKey: seen.actor.key,
      outcome: 'succeeded',
    }),
  }));

const isPending = (finding: Finding): boolean => finding.alertedVersion < finding.version;

/** Findings by what they are about: one event and resource give one alert (docs/architecture.md, decision 11). */
const byResource = (findings: readonly Finding[]): readonly (readonly Finding[])[] => [
  ...Map.groupBy(findings, ({ resource, status }) => `${status} ${resource}`).values(),
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
  const evaluation = runRules(ports.rules, event, ports.facts);
  const seen = { event: summariseEvent(event), actor: summariseActor(event), accountId: event.accountId };
  const recorded = await settle([
    ...occurrencesOf(evaluation.matches, seen).map((occurrence) => ports.store.record(occurrence, now)),
    ...evaluation.resolutions
      .flatMap((resolution) => undoingsOf(resolution, seen))
      .map((undoing) => ports.store.resolve(undoing, now)),
  ]);
  const findings = recorded.done.flatMap((one) => (one ? [one.finding] : []));
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
