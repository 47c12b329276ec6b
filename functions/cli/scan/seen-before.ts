/**
 * Remembers the last `capacity` keys. Logs overlap (an organisation trail beside an account's own, a file copied twice), and
 * the copies of an event are close together, so that a bounded memory finds them.
 */
export const rememberKeys = (capacity = 200_000) => {
  const keys = new Set<string>();
  return {
    /** Whether the key was seen before; it is remembered from now on. */
    hasSeen(key: string): boolean {
      if (keys.has(key)) return true;
      keys.add(key);
      if (keys.size > capacity) for (const oldest of keys.values()) return keys.delete(oldest) && false;
      return false;
    },
  };
};
