import { endOf, type Hour, hourOf, hoursAfter, hoursDue, startOf } from '../reconcile/hours.ts';
import type { HourResult, HourTally, StoredCheckpoint } from '../reconcile/reconcile-log.ts';
import { type ComparePorts, compareHour, OvertakenError } from './compare-hour.ts';

/** What reconciling needs. */
export interface ReconcilePorts extends ComparePorts {
  readonly regions: readonly string[];
}

/** The clock of a run. */
export interface RunTime {
  readonly now: Date;
  /** Whether there is time for another page. */
  hasTime(): boolean;
}

/** What came of a Region in one run. */
export interface RegionRun {
  readonly region: string;
  /** Hours that were compared, with what was found. */
  readonly compared: readonly { readonly hour: Hour; readonly tally: HourTally }[];
  /** Hours that were given up: nothing could be compared any more. */
  readonly givenUp: readonly Hour[];
  /** Hours that are due and not done; the next run goes on with them. */
  readonly owed: readonly Hour[];
  /** Why, when hours are owed. */
  readonly cause?: string;
  /** The oldest is owed for longer than a passing fault would explain, or it is not even known which are owed. */
  readonly isOverdue: boolean;
}

const minute = 60_000;
const hourMillis = 60 * minute;
const day = 24 * hourMillis;

/** CloudTrail shows an event within about fifteen minutes; the queue may need as long again. */
const settled = 30 * minute;
/** A run each hour: three have not got through. */
const overdue = settled + 3 * hourMillis;
/** The ids of what was processed are kept two weeks; a day of it is left for the run itself. */
const comparable = 13 * day;
/** More than a burst that is being worked off. Comparing before they are processed would call them all missed. */
const backlog = 500;

const isOverdue = (owed: readonly Hour[], now: number): boolean =>
  owed[0] !== undefined && endOf(owed[0]) + overdue < now;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The first run of a Region only says where to begin: what happened before was not noted. */
const begin = async (region: string, { log }: ReconcilePorts, now: Date): Promise<void> => {
  const next = hoursAfter(hourOf(now.toISOString()), 1);
  await log.save(region, { next }, undefined);
};

interface Outcome {
  readonly compared: RegionRun['compared'];
  readonly givenUp: readonly Hour[];
  readonly cause?: string;
}

const giveUp = async (
  region: string,
  from: StoredCheckpoint,
  { log }: ReconcilePorts,
  now: Date,
): Promise<StoredCheckpoint> => {
  const result: HourResult = {
    region,
    hour: from.next,
    at: now.toISOString(),
    status: 'not-compared',
    cause: 'too long ago: what was processed in that hour is no longer known',
  };
  await log.noteHour(result);
  const saved = await log.save(region, { next: hoursAfter(from.next, 1) }, from);
  if (!saved) throw new OvertakenError(region);
  return saved;
};

/** Does the hours that are due, one after the other; the first that cannot be done ends it. */
const work = async (
  region: string,
  start: StoredCheckpoint,
  due: readonly Hour[],
  ports: ReconcilePorts,
  { now, hasTime }: RunTime,
): Promise<Outcome> => {
  const compared: { hour: Hour; tally: HourTally }[] = [];
  const givenUp: Hour[] = [];
  let checkpoint = start;
  try {
    for (const hour of due) {
      if (startOf(hour) < now.getTime() - comparable) {
        checkpoint = await giveUp(region, checkpoint, ports, now);
        givenUp.push(hour);
        continue;
      }
      const done = await compareHour(region, checkpoint, ports, { now: now.toISOString(), hasTime });
      checkpoint = done.checkpoint;
      if (!done.tally) return { compared, givenUp, cause: 'the time of the run was over' };
      compared.push({ hour, tally: done.tally });
    }
    return { compared, givenUp };
  } catch (error) {
    return { compared, givenUp, cause: messageOf(error) };
  }
};

const nothing = { compared: [], givenUp: [] };

const runOf = (region: string, due: readonly Hour[], outcome: Outcome, now: number): RegionRun => {
  const done = new Set([...outcome.compared.map(({ hour }) => hour), ...outcome.givenUp]);
  const owed = due.filter((hour) => !done.has(hour));
  return { region, ...outcome, owed, isOverdue: isOverdue(owed, now) };
};

const reconcileRegion = async (
  region: string,
  ports: ReconcilePorts,
  time: RunTime,
  waiting: number | { readonly unknown: string },
): Promise<RegionRun> => {
  const now = time.now.getTime();
  try {
    const checkpoint = await ports.log.checkpoint(region);
    if (!checkpoint) {
      await begin(region, ports, time.now);
      return runOf(region, [], nothing, now);
    }
    const due = hoursDue(checkpoint.next, now, settled);
    if (typeof waiting !== 'number') return runOf(region, due, { ...nothing, cause: waiting.unknown }, now);
    if (waiting > backlog && due.length > 0) {
      const cause = `${waiting} events wait in the queue: what is not processed yet is not missed`;
      return runOf(region, due, { ...nothing, cause }, now);
    }
    return runOf(region, due, await work(region, checkpoint, due, ports, time), now);
  } catch (error) {
    // Without the checkpoint it is not known which hours are owed, or for how long.
    return { region, ...nothing, owed: [], cause: messageOf(error), isOverdue: true };
  }
};

const waitingEvents = async ({ late }: ReconcilePorts): Promise<number | { unknown: string }> => {
  try {
    return await late.waiting();
  } catch (error) {
    return { unknown: messageOf(error) };
  }
};

/**
 * Compares what CloudTrail has recorded with what was processed, in each Region, up to half an hour ago. An event that was missed goes the way of
 * any other now, and is noted as a gap. An hour that cannot be compared stays owed; none is skipped. Never throws for what a port does.
 */
export const reconcile = async (ports: ReconcilePorts, time: RunTime): Promise<readonly RegionRun[]> => {
  const waiting = await waitingEvents(ports);
  return Promise.all(ports.regions.map((region) => reconcileRegion(region, ports, time, waiting)));
};
