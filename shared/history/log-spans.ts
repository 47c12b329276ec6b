import { type JsonObject, textAt } from '../events/json.ts';

/** The earliest and the latest time of what is known of an account: ISO 8601, UTC. */
export interface LogSpan {
  readonly from: string;
  readonly to: string;
}

/** By account id. */
export type LogSpans = ReadonlyMap<string, LogSpan>;

/** From the earlier beginning to the later end. */
export const joinSpans = (a: LogSpan, b: LogSpan): LogSpan => ({
  from: a.from < b.from ? a.from : b.from,
  to: a.to > b.to ? a.to : b.to,
});

/** Days without any record of an account after which nothing is known of what was usual in it. */
const gapDays = 3;

const dayMillis = 86_400_000;

/** Whether one span goes on where the other ends, or overlaps it. */
export const areJoined = (a: LogSpan, b: LogSpan): boolean => {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return Date.parse(second.from) - Date.parse(first.to) <= gapDays * dayMillis;
};

// A log made up by an attacker must not fill the memory. AWS Organizations allows 10,000 accounts, and more on request.
const accountsAtMost = 50_000;

/** CloudTrail's own form of times, which is told without parsing the record: most records concern no rule. */
const wholeSecond = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Keeps from when until when the log of each account reaches. */
export const keepSpans = () => {
  const spans = new Map<string, LogSpan>();
  /** Of records, with the times as CloudTrail writes them. */
  const written = new Map<string, { from: string; to: string }>();

  const add = (accountId: string, span: LogSpan): void => {
    const known = spans.get(accountId);
    if (known) spans.set(accountId, joinSpans(known, span));
    else if (spans.size < accountsAtMost) spans.set(accountId, span);
  };

  const addTime = (accountId: string, time: string): void => {
    const known = written.get(accountId);
    if (!wholeSecond.test(time)) return;
    if (!known) {
      if (written.size < accountsAtMost) written.set(accountId, { from: time, to: time });
    } else if (time < known.from) known.from = time;
    else if (time > known.to) known.to = time;
  };

  const iso = (time: string): string => `${time.slice(0, 19)}.000Z`;

  return {
    /** Takes any record in, whatever it says. */
    addRecord(record: JsonObject): void {
      const accountId = textAt(record, 'recipientAccountId');
      const time = textAt(record, 'eventTime');
      if (accountId === undefined || time === undefined) return;
      const known = written.get(accountId);
      if (!known || time < known.from || time > known.to) addTime(accountId, time);
    },
    addAll(more: LogSpans): void {
      for (const [accountId, span] of more) add(accountId, span);
    },
    spans(): LogSpans {
      for (const [accountId, { from, to }] of written) add(accountId, { from: iso(from), to: iso(to) });
      written.clear();
      return spans;
    },
  };
};
