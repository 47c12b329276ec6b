import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '../../shared/events/iam-event.ts';
import { mfaTakenFrom } from './checks/events.ts';
import { expectedFindings } from './checks/expected-findings.ts';
import type { Trailwarden } from './checks/trailwarden.ts';

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
}

const percentilesOf = (values: readonly number[]): Percentiles => {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
};

const measureOne = async (tw: Trailwarden, record: JsonObject): Promise<readonly [number, number]> => {
  const [id = ''] = expectedFindings(record);
  await tw.put(record);
  const start = performance.now();
  let stored: number | undefined;
  for (;;) {
    const finding = await tw.store.get(tw.installation.accountId, id);
    const passed = performance.now() - start;
    if (finding !== undefined) stored ??= passed;
    if (finding !== undefined && finding.alertedVersion === finding.version)
      return [stored ?? passed, passed];
    if (passed > 30_000) throw new Error('an event of the measurement had not become an alert after 30 s');
    // Reads without a pause would keep MiniStack's one thread from the work that is measured.
    await wait(5);
  }
};

/**
 * Puts events on the bus one after another, each when the one before has been told, and reads the table every
 * 5 ms: what is measured is the path of one event through a warm, otherwise idle installation, to within one pause and one read.
 */
export const measureLatency = async (tw: Trailwarden, events: number): Promise<Latency> => {
  const toFinding: number[] = [];
  const toAlert: number[] = [];
  for (let number = 0; number < events; number += 1) {
    const [stored, told] = await measureOne(tw, mfaTakenFrom(`e2e-latency-${number}`));
    toFinding.push(stored);
    toAlert.push(told);
  }
  return { events, toFinding: percentilesOf(toFinding), toAlert: percentilesOf(toAlert) };
};
