import type { JsonObject } from '../../shared/events/iam-event.ts';
import { mfaTakenFrom } from './checks/events.ts';
import { expectedFindings } from './checks/expected-findings.ts';
import type { Trailwarden } from './checks/trailwarden.ts';
import { until } from './poll.ts';

/** Milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What was measured, in milliseconds from the return of PutEvents. */
export interface Latency {
  readonly events: number;
  /** Until the finding can be read from the table. */
  readonly toFinding: Percentiles;
  /** Until it is marked as told, which happens after SNS has taken the alert. */
  readonly toAlert: Percentiles;
  /** Until Slack has the card. */
  readonly toCard: Percentiles;
}

const percentilesOf = (values: readonly number[]): Percentiles => {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
};

/** Milliseconds that passed until each stage was reached. */
type Passed = Readonly<Record<'toFinding' | 'toAlert' | 'toCard', number>>;

const measureOne = async (tw: Trailwarden, record: JsonObject): Promise<Passed> => {
  const [id = ''] = expectedFindings(record);
  await tw.put(record);
  const start = performance.now();
  // Reads without a pause would keep MiniStack's one thread from the work that is measured.
  const timeOf = async (what: string, isReached: () => Promise<boolean>): Promise<number> => {
    await until(what, isReached, { every: 5 });
    return performance.now() - start;
  };
  const find = () => tw.store.get(tw.installation.accountId, id);
  const toFinding = await timeOf(`finding ${id}`, async () => (await find()) !== undefined);
  const toAlert = await timeOf(`the alert of ${id}`, async () => {
    const finding = await find();
    return finding?.alertedVersion === finding?.version;
  });
  const toCard = await timeOf(`the card of ${id}`, async () => (await tw.slack.deliveries(id)).length > 0);
  return { toFinding, toAlert, toCard };
};

/**
 * Puts events on the bus one after another, each when Slack has the card of the one before, and looks every 5 ms how far it is:
 * what is measured is the path of one event through a warm, otherwise idle installation, to within one pause and one read.
 */
export const measureLatency = async (tw: Trailwarden, events: number): Promise<Latency> => {
  const passed: Passed[] = [];
  for (let number = 0; number < events; number += 1)
    passed.push(await measureOne(tw, mfaTakenFrom(`e2e-latency-${number}`)));
  const of = (stage: keyof Passed) => percentilesOf(passed.map((one) => one[stage]));
  return { events, toFinding: of('toFinding'), toAlert: of('toAlert'), toCard: of('toCard') };
};
