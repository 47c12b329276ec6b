import { isObject, type JsonObject } from '../events/json.ts';

/** Adds what the rest of the path leads to. Elements of lists are looked into one by one; keys may hold dots themselves. */
const collect = (value: unknown, path: readonly string[], at: number, found: unknown[]): void => {
  if (Array.isArray(value) && (at < path.length || value.length > 0)) {
    for (const element of value) collect(element, path, at, found);
    return;
  }
  if (at === path.length) {
    found.push(value);
    return;
  }
  if (!isObject(value)) return;
  let key = '';
  for (let end = at; end < path.length; end += 1) {
    key = end === at ? (path[end] as string) : `${key}.${path[end]}`;
    if (Object.hasOwn(value, key)) collect(value[key], path, end + 1, found);
  }
};

/**
 * Reads a field of a record by its path, e.g. `requestParameters.ipPermissions.items.cidrIp`.
 *
 * @returns every value the path leads to: the elements where it leads to lists, an empty list as it is, null as it is; nothing when the field is
 *   absent
 */
export const compileField = (field: string): ((record: JsonObject) => readonly unknown[]) => {
  const path = field.split('.');
  return (record) => {
    const found: unknown[] = [];
    collect(record, path, 0, found);
    return found;
  };
};

/** The text of a single value: numbers and booleans as CloudTrail would write them in text. */
export const scalarText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

const addTexts = (value: unknown, texts: string[]): void => {
  const text = scalarText(value);
  if (text !== undefined) texts.push(text);
  else if (Array.isArray(value)) for (const element of value) addTexts(element, texts);
  else if (isObject(value)) for (const key in value) addTexts(value[key], texts);
};

// Several conditions look at the same object, and several rules at the same record.
const remembered = new WeakMap<object, readonly string[]>();

/**
 * The texts that stand for a value. An object is its JSON, and each text inside: a policy that is logged as a text is found in its own
 * words and not as JSON escapes it. Null has no text.
 */
export const textsOf = (value: unknown): readonly string[] => {
  const text = scalarText(value);
  if (text !== undefined) return [text];
  if (typeof value !== 'object' || value === null) return [];
  const known = remembered.get(value);
  if (known) return known;
  const texts = [JSON.stringify(value)];
  addTexts(value, texts);
  remembered.set(value, texts);
  return texts;
};
