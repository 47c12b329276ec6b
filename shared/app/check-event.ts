import type { KeyChanges } from '../account/key-changes.ts';
import type { Alerter } from '../alerts/alerter.ts';
import { buildAlert } from '../alerts/build-alert.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingStore, Recorded } from '../findings/finding-store.ts';
import { type EventEffects, effectsOf } from '../findings/from-evaluation.ts';
import { reviewUndoingsOf } from '../findings/review-undoings.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { RuleIndex } from '../rules/rule-index.ts';
import { type Evaluation, type Inconclusive, runRules } from '../rules/run-rules.ts';
import { changeToTell } from './event-change.ts';
import { type FactPorts, type FetchedFacts, factsFor } from './facts-for.ts';
import { keyChangeOf } from './key-change-of.ts';
import { type RecoveryWatch, recoverDecided, sortUndecided, undecidedOccurrence } from './undecided.ts';

/** What checking an event needs of the outside. */
export interface CheckEventPorts {
  readonly rules: RuleIndex;
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly store: FindingStore;
  readonly alerter: Alerter;
  readonly facts: FactPorts;
  readonly watch: RecoveryWatch;
  /** Absent where no review asks for it, as in the demo. */
  readonly keys?: Pick<KeyChanges, 'note'>;
}

/** What became of one event. */
export interface CheckedEvent extends Evaluation {
  /** Every finding that the event touched, as stored. */
  readonly findings: readonly Finding[];
  /** Alerts that were sent. */
  readonly alerts: number;
}

/** How an event came. */
export interface EventDelivery {
  /** How often it has been delivered, this time included. */
  readonly count: number;
}

/** Rules could not be decided for a fault that may pass; everything else was done. The event must be delivered again. */
export class RulesUndecidedError extends Error {
  override readonly name = 'RulesUndecidedError';
  readonly checked: CheckedEvent;

  constructor(event: IamEvent, undecided: readonly Inconclusive[], checked: CheckedEvent) {
    const told = undecided.map(({ rule, causes }) => `${rule.id} (${causes.join('; ')})`);
    super(`event ${event.id} (${event.action}): not decided, to be tried again: ${told.join(', ')}`);
    this.checked = checked;
  }
}

/** Some steps failed; those that could be taken were. The event must be delivered again. */
export class EventNotCheckedError extends AggregateError {
  override readonly name = 'EventNotCheckedError';
}

/** What the review found is told by its digest, also when an event puts it right. */
const isPending = ({ alertedVersion, version, news }: Finding): boolean =>
  alertedVersion < version && news.digest !== true;

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
  await Promise.all(
    findings.map(({ accountId, id, version }) => ports.store.markAlerted(accountId, id, version)),
  );
};

/** Ids of the rules that were decided with all that they asked for. */
const decidedOf = ({ crashes, inconclusive }: Evaluation, { askers }: FetchedFacts): readonly string[] => {
  const others = new Set([...crashes, ...inconclusive].map(({ rule }) => rule.id));
  return [...askers].filter((id) => !others.has(id));
};

/** All that the event means for findings. */
interface Effects extends EventEffects {
  /** Ids of rules that were decided with all that they asked for. */
  readonly decided: readonly string[];
}

const noteKey = async (event: IamEvent, { keys }: CheckEventPorts): Promise<undefined> => {
  const change = keys && keyChangeOf(event);
  if (change) await keys.note(change);
};

const recordAndTell = async (
  event: IamEvent,
  { occurrences, undoings, decided }: Effects,
  ports: CheckEventPorts,
  now: string,
): Promise<Pick<CheckedEvent, 'findings' | 'alerts'>> => {
  const recorded = await settle<Recorded | undefined | readonly Recorded[]>([
    ...occurrences.map((occurrence) => ports.store.record(occurrence, now)),
    ...undoings.map((undoing) => ports.store.resolve(undoing, now)),
    recoverDecided(event, decided, ports, now),
    noteKey(event, ports),
  ]);
  const findings = latestOfEach(recorded.done.flatMap((one) => one ?? []).map(({ finding }) => finding));
  const groups = byResource(findings.filter(isPending));
  const alerted = await settle(groups.map((group) => alertOf(group, ports)));
  const errors = [...recorded.errors, ...alerted.errors];
  if (errors.length > 0)
    throw new EventNotCheckedError(
      errors,
      `event ${event.id} (${event.action}): ${errors.length} steps failed`,
    );
  return { findings, alerts: groups.length };
};

/**
 * Checks one event: runs its rules, records what they found, and tells what is worth telling. Safe to repeat for the same
 * event after a crash at any point.
 *
 * @param now the time of recording, ISO 8601
 * @throws EventNotCheckedError when a finding could not be recorded or an alert not be sent; everything else was done
 * @throws RulesUndecidedError when a rule may be decided later; everything else was done
 */
export const checkEvent = async (
  event: IamEvent,
  ports: CheckEventPorts,
  now: string,
  { count }: EventDelivery = { count: 1 },
): Promise<CheckedEvent> => {
  const facts = await factsFor(ports.rules, event, ports.facts);
  const evaluation = runRules(ports.rules, event, facts);
  const { retry, given } = sortUndecided(evaluation.inconclusive, count);
  const change = await changeToTell(event, evaluation, ports.facts.account, facts);
  const { occurrences, undoings } = effectsOf(event, evaluation, change);
  const undecided = given.map((one) => undecidedOccurrence(event, one, count));
  for (const { rule } of given) ports.watch.expect(event.accountId, rule.id);
  const effects = {
    occurrences: [...occurrences, ...undecided],
    undoings: [...undoings, ...reviewUndoingsOf(event)],
    decided: decidedOf(evaluation, facts),
  };
  const checked = { ...evaluation, ...(await recordAndTell(event, effects, ports, now)) };
  if (retry.length > 0) throw new RulesUndecidedError(event, retry, checked);
  return checked;
};
