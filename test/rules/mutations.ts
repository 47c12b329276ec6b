import { isObject, type JsonObject } from '../../shared/events/json.ts';

/** A record with one field changed. */
export interface Mutation {
  readonly path: readonly string[];
  readonly change: string;
  readonly mutated: JsonObject;
}

/** Values of every JSON type: at least five of them are wrong for any field. */
const strange: readonly (readonly [change: string, value: unknown])[] = [
  ['is null', null],
  ['is a number', 7],
  ['is true', true],
  ['is an empty text', ''],
  ['is a text', 'x'],
  ['is an empty list', []],
  ['is a list of strange things', [null, 7, 'x', {}, []]],
  ['is an empty object', {}],
  ['is an object of strange things', { items: null, name: {}, '': [] }],
];

const pathsOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  const fields = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return fields.flatMap(([key, child]) => {
    const here = [...path, String(key)];
    return [here, ...pathsOf(child, here)];
  });
};

const changedAt = (
  record: JsonObject,
  path: readonly string[],
  change: (parent: Record<string, unknown>, key: string) => void,
): JsonObject => {
  const copy = structuredClone(record) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((from, key) => from[key] as Record<string, unknown>, copy);
  change(parent, path.at(-1) ?? '');
  return copy;
};

/** The record with each field, at any depth, deleted and set to values of every type: one field at a time. */
export const mutationsOf = (record: JsonObject): readonly Mutation[] =>
  pathsOf(record).flatMap((path) => [
    {
      path,
      change: 'is deleted',
      mutated: changedAt(record, path, (parent, key) => {
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else delete parent[key];
      }),
    },
    ...strange.map(([change, value]) => ({
      path,
      change,
      mutated: changedAt(record, path, (parent, key) => {
        parent[key] = value;
      }),
    })),
  ]);
