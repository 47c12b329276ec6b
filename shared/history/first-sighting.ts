import type { HistoryAnswer, KnownHistory, NotedEvent } from './window.ts';

/**
 * What is kept of a key for one day on which it was seen: one row a day at most, however often the key occurs.
 */
export interface Sighting {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** The earliest event of the day that is known: time (ISO 8601) and id. */
  readonly at: string;
  readonly by: string;
  /** Ids of the events that were answered "met": a redelivered one is answered so again. */
  readonly met: readonly string[];
}

/** An answer, and what must be kept before it may be given: a sighting of a new day, or in place of the day's one. */
export interface FirstSeen {
  readonly answer: HistoryAnswer;
  readonly keep?: Sighting;
}

const millisOfDay = 86_400_000;

/** The day of a time: `YYYY-MM-DD`. */
export const dayOf = (time: string): string => time.slice(0, 10);

/** @param days may be negative */
export const daysAfter = (time: string, days: number): string =>
  new Date(Date.parse(time) + days * millisOfDay).toISOString();

type Event = Pick<NotedEvent, 'id' | 'time'>;

const asEvent = ({ by, at }: Sighting): NotedEvent => ({ id: by, time: at });

const notMet = (seen: readonly Sighting[]): KnownHistory => ({
  status: 'not-met',
  count: seen.length,
  events: seen.map(asEvent),
});

// Of events in the same second, the one that arrives first is the first.
const isBefore = (sighting: Sighting, event: Event): boolean =>
  sighting.by !== event.id && sighting.at <= event.time;

const sighting = (event: Event, met: readonly string[]): Sighting => ({
  day: dayOf(event.time),
  at: event.time,
  by: event.id,
  met,
});

const unseen = (days: number, event: Event, today: Sighting | undefined, since: string): FirstSeen => {
  const isKnown = today?.by === event.id;
  const until = daysAfter(since, days);
  if (event.time < until) {
    const answer = { status: 'learning', until } as const;
    return isKnown ? { answer } : { answer, keep: sighting(event, today?.met ?? []) };
  }
  // Noted before and answered otherwise, while the history was too short: that answer was given and stays.
  if (isKnown) return { answer: notMet([]) };
  return {
    answer: { status: 'met', count: 1, events: [event] },
    keep: sighting(event, [...(today?.met ?? []), event.id]),
  };
};

/**
 * Was the key unseen in the `days` before the event? Days are counted whole, so that the window is up to a day longer than asked for.
 *
 * @param sightings of the key, from `days` before the event until its day, oldest first
 * @param since when the history of the rule in the account begins, ISO 8601
 */
export const judgeFirstSeen = (
  days: number,
  event: Event,
  sightings: readonly Sighting[],
  since: string,
): FirstSeen => {
  const today = sightings.find(({ day }) => day === dayOf(event.time));
  if (today?.met.includes(event.id)) return { answer: { status: 'met', count: 1, events: [event] } };
  const seen = sightings.filter((one) => isBefore(one, event));
  if (seen.length === 0) return unseen(days, event, today, since);
  return today ? { answer: notMet(seen) } : { answer: notMet(seen), keep: sighting(event, []) };
};

/** The first day that counts for an event. */
export const firstDayOf = (event: Event, days: number): string => dayOf(daysAfter(event.time, -days));

/** The sighting to keep of an event that only primes the history; undefined when the day's one is as early. */
export const primedSighting = (event: Event, today: Sighting | undefined): Sighting | undefined =>
  today && (today.at < event.time || (today.at === event.time && today.by <= event.id))
    ? undefined
    : sighting(event, today?.met ?? []);
