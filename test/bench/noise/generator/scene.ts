import type { Random } from './random.ts';
import type { Emit } from './record.ts';

/** A day of the simulation, in UTC. */
export interface Day {
  /** Midnight, in milliseconds since 1970. */
  readonly start: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Days since 1970: stories that come every few weeks count by it. */
  readonly number: number;
  readonly isWeekend: boolean;
}

/** How large the organisation is. */
export interface Size {
  /** At most 40. */
  readonly people: number;
  /** Deployments on a working day. */
  readonly deployments: number;
  /** Runs of scanners, tests and nightly jobs, as a share of those of the large organisation. */
  readonly machines: number;
}

/** What a story gets to tell a day. */
export interface Scene {
  readonly day: Day;
  readonly random: Random;
  readonly size: Size;
  readonly emit: Emit;
}

const millisPerDay = 86_400_000;
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

export const dayOf = (date: string, offset: number): Day => {
  const start = Date.parse(`${date}T00:00:00Z`) + offset * millisPerDay;
  const weekday = new Date(start).getUTCDay();
  return {
    start,
    date: new Date(start).toISOString().slice(0, 10),
    number: start / millisPerDay,
    isWeekend: weekday === 0 || weekday === 6,
  };
};

/** A time of the day, somewhere in the hours from `from` to `to` (UTC). */
export const between = ({ day, random }: Scene, from: number, to: number): number =>
  day.start + Math.floor((from + random.next() * (to - from)) * hour);

/** Moves on by some seconds with each call, as people and programs do. */
export const clockFrom = (random: Random, at: number, seconds: readonly [number, number]) => {
  let now = at;
  return (): number => {
    now += random.whole(seconds[0] * second, seconds[1] * second);
    return now;
  };
};
