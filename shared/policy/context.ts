/** What is known of a condition key: its values (an empty list is absent, too), that the request has no such key, or nothing. */
export type KeyState = readonly string[] | 'absent' | 'unknown';

/** The values that a request gives to condition keys. */
export interface Context {
  /** @param key in lower case */
  get(key: string): KeyState;
}

/** A condition key's value as JSON gives it; numbers and booleans count as their text. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];

export interface ContextGaps {
  /** What is true of keys that are listed nowhere. */
  readonly others: 'absent' | 'unknown';
  /** Keys that the request is known not to have, e.g. aws:TokenIssueTime for long-term access keys. */
  readonly absent?: readonly string[];
  /** Keys that the request may have. */
  readonly unknown?: readonly string[];
  /** Beginnings of keys of which the request has only those listed, e.g. `aws:PrincipalTag/` for a user whose tags are all known. */
  readonly complete?: readonly string[];
}

const valuesOf = (value: ContextValue): KeyState => {
  const list = Array.isArray(value) ? value : [value];
  return list.length === 0 ? 'absent' : list.map(String);
};

/**
 * A context from a record of keys. Names of keys match in any case, the tag's name in `aws:RequestTag/<name>` included ("Condition
 * key names are not case-sensitive", IAM User Guide, "Condition").
 */
export const contextOf = (values: Readonly<Record<string, ContextValue>>, gaps: ContextGaps): Context => {
  const states = new Map<string, KeyState>();
  for (const key of gaps.absent ?? []) states.set(key.toLowerCase(), 'absent');
  for (const key of gaps.unknown ?? []) states.set(key.toLowerCase(), 'unknown');
  for (const [key, value] of Object.entries(values)) states.set(key.toLowerCase(), valuesOf(value));
  const complete = (gaps.complete ?? []).map((start) => start.toLowerCase());
  if (complete.length === 0) return { get: (key) => states.get(key) ?? gaps.others };
  const other = (key: string) => (complete.some((start) => key.startsWith(start)) ? 'absent' : gaps.others);
  return { get: (key) => states.get(key) ?? other(key) };
};
