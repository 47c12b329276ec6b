import type { IamEvent, JsonObject } from '../events/iam-event.ts';
import { parseRecord, UnparsableRecordError } from '../events/parse-event.ts';
import type { Unwrapped } from '../events/unwrap.ts';
import type { EventLookup, LookupPage } from '../reconcile/event-lookup.ts';
import { type Hour, hourOf, hoursAfter } from '../reconcile/hours.ts';
import type { LateEvents } from '../reconcile/late-events.ts';
import type { ProcessedEvents, ProcessedHour } from '../reconcile/processed-events.ts';
import type { Gap, HourTally, ReconcileLog, StoredCheckpoint } from '../reconcile/reconcile-log.ts';

/** What comparing needs of the outside. */
export interface ComparePorts {
  readonly accountId: string;
  readonly lookup: EventLookup;
  readonly processed: ProcessedEvents;
  readonly log: ReconcileLog;
  readonly late: LateEvents;
  /** Whether an event should have been processed. */
  isExpected(event: IamEvent): boolean;
  /** Hears of each gap when it is noted. */
  tell(gap: Gap): void;
}

/** Another run has gone on from the same checkpoint: this one leaves the Region to it. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';

  constructor(region: string) {
    super(`another run is comparing ${region}`);
  }
}

const noTally: HourTally = { recorded: 0, expected: 0, missed: 0, unreadable: 0 };

interface Read {
  readonly event: IamEvent;
  readonly record: JsonObject;
}

const read = (found: Unwrapped, now: string): Read | 'unreadable' | undefined => {
  if (found.kind === 'no-records') return undefined;
  if (found.kind === 'unreadable') return 'unreadable';
  try {
    return {
      event: parseRecord(found.value, { wrapperTime: found.wrapperTime, receivedAt: now }),
      record: found.value,
    };
  } catch (error) {
    if (error instanceof UnparsableRecordError) return 'unreadable';
    throw error;
  }
};

/** An hour of a Region that is being compared. */
interface Comparing {
  readonly region: string;
  readonly hour: Hour;
  readonly processed: ProcessedHour;
  /** Events of it that are known to have been missed. */
  readonly gaps: Set<string>;
  /** ISO 8601. */
  readonly now: string;
}

const gapOf = ({ event }: Read, { region, now }: Comparing): Gap => ({
  region,
  eventId: event.id,
  time: event.time,
  action: event.action,
  foundAt: now,
});

/**
 * Sends what was missed and notes it, in this order: should the run die in between, the event is sent again, which does no harm, and the gap is
 * noted then.
 */
const makeUp = async (missed: Read, comparing: Comparing, ports: ComparePorts): Promise<void> => {
  await ports.late.send(missed.record);
  const gap = gapOf(missed, comparing);
  await ports.log.noteGap(gap);
  if (!comparing.gaps.has(gap.eventId)) ports.tell(gap);
  comparing.gaps.add(gap.eventId);
};

const comparePage = async (
  { found }: LookupPage,
  comparing: Comparing,
  ports: ComparePorts,
): Promise<HourTally> => {
  const { hour, region, processed, gaps, now } = comparing;
  const records = found.map((one) => read(one, now)).filter((one) => one !== undefined);
  const readable = records.filter((one) => one !== 'unreadable');
  const inHour = readable.filter(({ event }) => hourOf(event.time) === hour && event.region === region);
  const expected = inHour.filter(({ event }) => ports.isExpected(event));
  const known = new Set(gaps);
  const missed = expected.filter(({ event: { id } }) => !processed.has(id));
  for (const one of missed) await makeUp(one, comparing, ports);
  return {
    recorded: inHour.length,
    expected: expected.length,
    // An event that an earlier run found missing has been processed since.
    missed: expected.filter(({ event: { id } }) => known.has(id) || !processed.has(id)).length,
    unreadable: records.length - readable.length,
  };
};

const sum = (a: HourTally, b: HourTally): HourTally => ({
  recorded: a.recorded + b.recorded,
  expected: a.expected + b.expected,
  missed: a.missed + b.missed,
  unreadable: a.unreadable + b.unreadable,
});

const save = async (
  region: string,
  checkpoint: Parameters<ReconcileLog['save']>[1],
  before: StoredCheckpoint,
  { log }: ComparePorts,
): Promise<StoredCheckpoint> => {
  const saved = await log.save(region, checkpoint, before);
  if (!saved) throw new OvertakenError(region);
  return saved;
};

const open = async (
  region: string,
  hour: Hour,
  { accountId, processed, log }: ComparePorts,
  now: string,
): Promise<Comparing> => {
  const [noted, gaps] = await Promise.all([
    processed.in({ accountId, region, hour }),
    log.gaps(region, hour.slice(0, 7)),
  ]);
  const ofHour = gaps.filter(({ time }) => hourOf(time) === hour).map(({ eventId }) => eventId);
  return { region, hour, processed: noted, gaps: new Set(ofHour), now };
};

/** How an hour ended: done, or broken off for lack of time. Either way the checkpoint says where to go on. */
export interface ComparedHour {
  readonly checkpoint: StoredCheckpoint;
  /** Undefined when it was broken off. */
  readonly tally?: HourTally;
}

/**
 * Compares the next hour of a Region, page by page, from where an earlier run has left off. After each page it is saved how far it is.
 *
 * @param from the checkpoint of the Region
 * @param hasTime whether there is time for another page
 * @throws OvertakenError when another run does the same
 * @throws Error of a port; what was saved stays
 */
export const compareHour = async (
  region: string,
  from: StoredCheckpoint,
  ports: ComparePorts,
  { now, hasTime }: { readonly now: string; hasTime(): boolean },
): Promise<ComparedHour> => {
  const hour = from.next;
  const comparing = await open(region, hour, ports, now);
  let checkpoint = from;
  let { after, tally } = from.progress ?? { after: undefined, tally: noTally };
  while (hasTime()) {
    const page = await ports.lookup.page(region, hour, after);
    tally = sum(tally, await comparePage(page, comparing, ports));
    if (page.next === undefined) {
      await ports.log.noteHour({
        region,
        hour,
        at: now,
        status: 'compared',
        with: ports.lookup.name,
        tally,
      });
      return { checkpoint: await save(region, { next: hoursAfter(hour, 1) }, checkpoint, ports), tally };
    }
    after = page.next;
    checkpoint = await save(region, { next: hour, progress: { hour, after, tally } }, checkpoint, ports);
  }
  return { checkpoint };
};
