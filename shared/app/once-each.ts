/** How long and how much is remembered. */
export interface OnceEachOptions {
  /** Epoch milliseconds. */
  now(): number;
  /** A repetition after this is work like any other: somebody may have sent the event again on purpose. */
  readonly millis?: number;
  readonly capacity?: number;
}

interface Known<T> {
  readonly work: Promise<T>;
  readonly until: number;
}

/** EventBridge delivers an event once for each of the rules that take it, within seconds. */
const fiveMinutes = 5 * 60_000;

/**
 * Does work once for each key, however often it comes within some minutes: who comes meanwhile waits for it and shares its failure; who comes later, when it
 * was done, has nothing left to do. Work that failed is done again. Only a saving: another process knows nothing of it, so the work must be safe to repeat.
 */
export const onceEach = <T>({ now, millis = fiveMinutes, capacity = 5000 }: OnceEachOptions) => {
  const known = new Map<string, Known<T>>();

  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const begun = work();
    known.delete(key);
    known.set(key, { work: begun, until: now() + millis });
    begun.catch(() => known.delete(key));
    const [oldest] = known.size > capacity ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return begun;
  };

  return {
    /** @returns what it gave, if it was done here and now; undefined if it was done before or by another */
    async run(key: string, work: () => Promise<T>): Promise<{ readonly result: T } | undefined> {
      const before = known.get(key);
      if (before === undefined || now() >= before.until) return { result: await begin(key, work) };
      await before.work;
      return undefined;
    },
    /** All work is done again. */
    forget: (): void => known.clear(),
  };
};
