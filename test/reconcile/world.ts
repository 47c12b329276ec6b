import { memoryProcessedEvents } from '../../shared/adapters/memory/processed-events.ts';
import { memoryReconcileLog } from '../../shared/adapters/memory/reconcile-log.ts';
import type { ReconcilePorts } from '../../shared/app/reconcile.ts';
import { call, exampleAccount, user } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import type { EventLookup } from '../../shared/reconcile/event-lookup.ts';
import { hourOf } from '../../shared/reconcile/hours.ts';
import type { ProcessedEvent } from '../../shared/reconcile/processed-events.ts';
import type { Gap } from '../../shared/reconcile/reconcile-log.ts';

export const region = 'us-east-1';

/** A change to IAM at a time of 4 March 2026, e.g. `05:06:07`. */
export const change = (clock: string, by: string, over: JsonObject = {}): JsonObject =>
  call('iam:CreateUser', {
    by: user(by),
    request: { userName: 'eve' },
    time: `2026-03-04T${clock}Z`,
    record: over,
  });

/** When a run starts, on the same day. */
export const runAt = (clock: string): Date => new Date(`2026-03-04T${clock}Z`);

const parse = (record: JsonObject) => parseRecord(record, { receivedAt: '2026-03-04T00:00:00Z' });

/** What of an event the journal keeps. */
export const noted = (record: JsonObject): ProcessedEvent => {
  const { id, time, accountId, region: where } = parse(record);
  return { id, time, accountId, region: where };
};

export const idOf = (record: JsonObject): string => parse(record).id;

const pageOf = (
  records: readonly JsonObject[],
  at: number,
  size: number,
): Awaited<ReturnType<EventLookup['page']>> => ({
  found: records
    .slice(at, at + size)
    .map((value, i) => ({ kind: 'record', value, position: `Events[${at + i}]` })),
  ...(at + size < records.length ? { next: String(at + size) } : {}),
});

/** An account whose CloudTrail, queue and stores are in memory. What it holds may be changed while it runs. */
export const world = (recorded: readonly JsonObject[] = [], pageSize = 2) => {
  const sent: JsonObject[] = [];
  const told: Gap[] = [];
  const asked: string[] = [];
  const processed = memoryProcessedEvents();
  const log = memoryReconcileLog();
  const ports: ReconcilePorts = {
    accountId: exampleAccount,
    regions: [region],
    processed,
    log,
    isExpected: ({ action }) => action === 'iam:CreateUser',
    tell: (gap) => void told.push(gap),
    lookup: {
      name: 'event history',
      async page(where, hour, after) {
        asked.push(`${hour} ${after ?? ''}`.trim());
        const inHour = recorded.filter(
          (record) => record['awsRegion'] === where && hourOf(String(record['eventTime'])) === hour,
        );
        return pageOf(inHour, Number(after ?? 0), pageSize);
      },
    },
    late: {
      waiting: async () => 0,
      send: async (record) => void sent.push(record),
    },
  };
  return { ports, sent, told, asked, processed, log };
};

/** The time of a run that has no end. */
export const endless = (clock: string) => ({ now: runAt(clock), hasTime: () => true });
