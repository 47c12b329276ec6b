/** Keeps the values of the last `capacity` keys in the memory of the process. */
export interface LatestKept<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

export const keepLatest = <T>(capacity: number): LatestKept<T> => {
  const values = new Map<string, T>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      // Set anew, so that the first key is the oldest.
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.size > capacity ? values.keys() : [];
      if (oldest !== undefined) values.delete(oldest);
    },
    delete: (key) => void values.delete(key),
  };
};
