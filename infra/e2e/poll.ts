import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer.
 *
 * @param ask returns undefined (or false) while there is none yet
 * @param what finishes the sentence "waited … for"
 * @throws Error after `within` milliseconds without an answer
 */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  { within = 30_000, every = 50 }: { readonly within?: number; readonly every?: number } = {},
): Promise<T> => {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${within / 1000} s for ${what}: nothing came`);
    await wait(every);
  }
};
