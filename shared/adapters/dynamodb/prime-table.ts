import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { HistoryRequest } from '../../history/event-history.ts';
import { daysAfter, primedSighting, type Sighting } from '../../history/first-sighting.ts';
import type { HistoryPrimer, PrimedTotals } from '../../history/history-primer.ts';
import type { HistoryState, KeptSightings } from '../../history/history-state.ts';
import { areJoined, type LogSpan } from '../../history/log-spans.ts';
import { readFirstSeenKey } from '../../history/window-key.ts';
import { type Contention, defaultContention, overtaken, untilAhead } from './contention.ts';
import { latenessDays } from './event-history.ts';
import { moveBeginning, readBeginnings } from './history-beginning.ts';
import { type HistoryTable, historyTable } from './history-table.ts';
import { putSighting, readSightings, SightingContendedError } from './note-sighting.ts';

/** What the primer is made of. */
export interface PrimeTableOptions {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/history-schema.ts`. */
  readonly tableName: string;
  /** Epoch milliseconds. */
  now(): number;
  readonly contention?: Contention;
}

/** Writes at the same time: far below what a table on demand takes from its first second (4,000 write units). */
const atOnce = 16;

const secondsOfDay = 86_400;

/** Runs a task for each item, some at a time. */
const forEachAtOnce = async <T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> => {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

/** How long a key is remembered after its last sighting, in days. */
const daysKept = ({ until, sightings }: KeptSightings): number =>
  Math.ceil((Date.parse(until) - Date.parse(sightings.at(-1)?.at ?? until)) / (secondsOfDay * 1000));

const primeDay = async (
  table: HistoryTable,
  request: HistoryRequest,
  { day }: Sighting,
  expiresAt: number,
  contention: Contention,
): Promise<boolean> => {
  const giveUp = (attempts: number) =>
    new SightingContendedError(`the key was seen by others ${attempts} times in a row`);
  return untilAhead(giveUp, contention, async () => {
    const [before] = await readSightings(table, request, [day, day]);
    const keep = primedSighting(request.event, before?.sighting);
    if (!keep) return false;
    return (await putSighting(table, request, keep, before, expiresAt)) ? true : overtaken;
  });
};

/**
 * Writes what is usual into the table of a deployed monitor. Safe to repeat, and while the monitor runs: of a day, the earliest sighting
 * stays. Windows are not written: they are over before anybody has primed.
 */
export const tablePrimer = (options: PrimeTableOptions): HistoryPrimer => {
  const { client, tableName, now, contention = defaultContention } = options;
  const table = historyTable(client, tableName);

  const primeKey = async (kept: KeptSightings): Promise<number> => {
    const about = readFirstSeenKey(kept.key);
    if (!about) return 0;
    const days = daysKept(kept);
    let written = 0;
    for (const sighting of kept.sightings) {
      const event = { id: sighting.by, time: sighting.at };
      const request = { ...about, need: { ...about.need, days }, event };
      const latest = daysAfter(new Date(Math.max(now(), Date.parse(sighting.at))).toISOString(), days);
      const expiresAt = Math.ceil(Date.parse(latest) / 1000) + latenessDays * secondsOfDay;
      if (await primeDay(table, request, sighting, expiresAt, contention)) written += 1;
    }
    return written;
  };

  /** A beginning is moved only to where the log and what the monitor has seen are without a gap. */
  const begin = async (accountId: string, span: LogSpan, ruleIds: Iterable<string>): Promise<boolean> => {
    const known = await readBeginnings(table, accountId);
    const today = new Date(now()).toISOString();
    let isJoined = true;
    for (const ruleId of ruleIds) {
      const since = known.get(ruleId);
      if (!areJoined(span, { from: since ?? today, to: today })) isJoined = false;
      else await moveBeginning(table, accountId, ruleId, span.from, since);
    }
    return isJoined;
  };

  return {
    async prime({ sightings, spans, ruleIds }: HistoryState): Promise<PrimedTotals> {
      let written = 0;
      const apart: string[] = [];
      // The keys first: a beginning that is moved before them would make everything new.
      await forEachAtOnce(sightings, async (kept) => {
        written += await primeKey(kept);
      });
      await forEachAtOnce([...spans], async ([accountId, span]) => {
        if (!(await begin(accountId, span, ruleIds))) apart.push(accountId);
      });
      return { written, apart: apart.sort() };
    },
  };
};
