import { setTimeout } from 'node:timers/promises';

/** How a writer gives way to others. */
export interface Contention {
  /** Each failed attempt means that another writer succeeded: 25 let 25 writers change one item at once. */
  readonly attempts: number;
  /** @param millis how long to wait */
  readonly delay: (millis: number) => Promise<unknown>;
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number;
}

export const defaultContention: Contention = {
  attempts: 25,
  delay: (millis) => setTimeout(millis),
  random: Math.random,
};

/** An attempt that another writer got ahead of. */
export const overtaken = Symbol('overtaken');

const baseMillis = 10;
const capMillis = 300;

// "Exponential Backoff And Jitter", AWS Architecture Blog: full jitter needs the fewest calls.
const pauseOf = (attempt: number, random: () => number): number =>
  Math.floor(random() * Math.min(capMillis, baseMillis * 2 ** attempt));

/**
 * Repeats an attempt until no other writer gets ahead of it.
 *
 * @param giveUp the error that is thrown after the last attempt, given how many there were
 */
export const untilAhead = async <T>(
  giveUp: (attempts: number) => Error,
  { attempts, delay, random }: Contention,
  attempt: () => Promise<T | typeof overtaken>,
): Promise<T> => {
  for (let count = 0; count < attempts; count += 1) {
    if (count > 0) await delay(pauseOf(count, random));
    const result = await attempt();
    if (result !== overtaken) return result;
  }
  throw giveUp(attempts);
};
