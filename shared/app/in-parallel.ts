/**
 * Does something to each of many things, some at once.
 *
 * @param atOnce how many at the same time
 * @returns as `Promise.allSettled`, in the order of the things
 */
export const inParallel = async <T, R>(
  things: readonly T[],
  atOnce: number,
  step: (thing: T) => Promise<R>,
): Promise<readonly PromiseSettledResult<R>[]> => {
  const results: PromiseSettledResult<R>[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < things.length) {
      const index = next;
      next += 1;
      try {
        results[index] = { status: 'fulfilled', value: await step(things[index] as T) };
      } catch (reason) {
        results[index] = { status: 'rejected', reason };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  return results;
};
