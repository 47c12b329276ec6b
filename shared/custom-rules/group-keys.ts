import { createHash } from 'node:crypto';
import type { JsonObject } from '../events/json.ts';
import { compileField, scalarText } from './field-values.ts';

/** An event that belongs to too many groups at once to be counted in all of them. */
export class TooManyGroupsError extends Error {
  override readonly name = 'TooManyGroupsError';
}

const maxGroups = 50;
// Keys of a table have room for so much, and values are the attacker's.
const longestKey = 300;

/** A text as part of a key: itself, or what it is known by when it is long. */
export const asKey = (text: string): string =>
  text.length <= longestKey ? text : `sha256-${createHash('sha256').update(text).digest('hex')}`;

/** Reads the different values of a field, as texts; what is no single value has none. */
const compileValues = (field: string): ((record: JsonObject) => readonly string[]) => {
  const read = compileField(field);
  return (record) => [...new Set(read(record).flatMap((value) => scalarText(value) ?? []))];
};

const combined = (combinations: readonly (readonly string[])[], values: readonly string[]) =>
  combinations.flatMap((combination) => values.map((value) => [...combination, value]));

/** Reads combinations of values, e.g. of a caller and an address. */
export type Combinations = (record: JsonObject) => readonly (readonly string[])[];

/**
 * Reads the groups that a record belongs to by several fields. A field with several values (a list) puts it into one group each; a record that
 * lacks one of the fields belongs to none.
 *
 * @throws TooManyGroupsError for more than fifty
 */
export const compileGroups = (fields: readonly string[]): Combinations => {
  const readers = fields.map(compileValues);
  return (record) => {
    const lists = readers.map((read) => read(record));
    if (lists.reduce((product, values) => product * values.length, 1) > maxGroups)
      throw new TooManyGroupsError(
        `an event has more than ${maxGroups} combinations of the values of ${fields.join(', ')}`,
      );
    return lists.reduce<readonly (readonly string[])[]>(combined, [[]]);
  };
};

/** Reads the values, or combinations of values, that are to be counted: no more than are asked for. */
export const compileCounted = (fields: readonly string[], max: number): Combinations => {
  const readers = fields.map(compileValues);
  return (record) =>
    readers.reduce<readonly (readonly string[])[]>(
      (combinations, read) => combined(combinations, read(record)).slice(0, max),
      [[]],
    );
};
