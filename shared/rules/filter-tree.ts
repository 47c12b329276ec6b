import type { JsonObject } from '../events/json.ts';
import { type FieldCondition, valueAt } from './detail-filter.ts';

/** Something with what a record must be like to meet it. */
export interface Filtered<T> {
  readonly item: T;
  readonly conditions: readonly FieldCondition[];
}

/** A place of the tree: a field that is still to be looked at, or the items that the record meets. */
export type FilterNode<T> = FieldNode<T> | { readonly items: readonly T[] };

interface FieldNode<T> {
  readonly field: Field;
  /** By class of the field's value; grown when a record of that class comes along. */
  readonly next: (FilterNode<T> | undefined)[];
  readonly grow: (valueClass: number) => FilterNode<T>;
}

// Values are the attacker's choice; what is remembered of them must not fill the memory.
const rememberedValues = 5000;
const nodesAtMost = 20_000;

/** A field that filters look at. Values that all their tests take for the same are one class. */
class Field {
  readonly path: readonly string[];
  readonly #tests: FieldCondition['test'][] = [];
  readonly #classes = new Map<string, number>();
  readonly #known = new Map<unknown, number>();
  /** By class: which tests its values pass. */
  readonly passed: (readonly boolean[])[] = [];

  constructor(path: readonly string[]) {
    this.path = path;
  }

  /** @returns the test's place in `passed` */
  add(test: FieldCondition['test']): number {
    return this.#tests.push(test) - 1;
  }

  #judge(value: unknown): number {
    const passed = this.#tests.map((test) => test(value));
    const key = passed.join();
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    this.#classes.set(key, this.passed.length);
    return this.passed.push(passed) - 1;
  }

  classOf(record: JsonObject): number {
    const value = valueAt(record, this.path);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const found = this.#judge(value);
    if (this.#known.size >= rememberedValues) this.#known.clear();
    // A list or an object is another one in each record.
    if (typeof value !== 'object') this.#known.set(value, found);
    return found;
  }
}

/** A filter with its conditions as places: of the field, and of its test there; in the order of the fields. */
interface Compiled<T> {
  readonly item: T;
  readonly tests: readonly (readonly [field: number, test: number])[];
}

/** The fields that are the same for all records of a name come first, then those that most filters ask for. */
const orderedFields = (conditions: readonly FieldCondition[], first: readonly string[]): readonly Field[] => {
  const byPath = Map.groupBy(conditions, ({ path }) => path.join('.'));
  const rank = ([path, asking]: [string, readonly FieldCondition[]]): number =>
    first.includes(path) ? Number.POSITIVE_INFINITY : asking.length;
  return [...byPath]
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
    .map(([path]) => new Field(path.split('.')));
};

const compileAll = <T>(all: readonly Filtered<T>[], fields: readonly Field[]): readonly Compiled<T>[] => {
  const places = new Map(fields.map(({ path }, place) => [path.join('.'), place]));
  return all.map(({ item, conditions }) => ({
    item,
    tests: conditions
      .map(({ path, test }): [number, number] => {
        const place = places.get(path.join('.')) ?? -1;
        return [place, fields[place]?.add(test) ?? -1];
      })
      .sort(([a], [b]) => a - b),
  }));
};

/**
 * Tells which of many filters a record meets, in a few look-ups however many there are: the filters are asked field by field, and what was found out
 * about a value is kept. The tree grows with the records that come along.
 *
 * @param first paths of the fields to look at first
 */
export const filterTree = <T>(all: readonly Filtered<T>[], first: readonly string[]) => {
  const fields = orderedFields(
    all.flatMap(({ conditions }) => conditions),
    first,
  );
  const compiled = compileAll(all, fields);
  const nodes = new Map<string, FilterNode<T>>();

  const passes = (filter: number, field: number, passed: readonly boolean[]): boolean =>
    (compiled[filter]?.tests ?? []).every(([of, test]) => of !== field || passed[test] === true);

  const nextField = (filters: readonly number[], from: number): number =>
    Math.min(
      ...filters.map(
        (filter) => compiled[filter]?.tests.find(([field]) => field >= from)?.[0] ?? fields.length,
      ),
    );

  const build = (filters: readonly number[], at: number): FilterNode<T> => {
    const field = fields[at];
    if (!field) return { items: filters.flatMap((filter) => compiled[filter]?.item ?? []) };
    const next: FieldNode<T>['next'] = [];
    const grow = (valueClass: number): FilterNode<T> => {
      const passed = field.passed[valueClass] ?? [];
      const left = filters.filter((filter) => passes(filter, at, passed));
      const node = nodeFor(left, at + 1);
      next[valueClass] = node;
      return node;
    };
    return { field, next, grow };
  };

  const nodeFor = (filters: readonly number[], from: number): FilterNode<T> => {
    const at = nextField(filters, from);
    const key = `${at} ${filters.join()}`;
    const node = nodes.get(key) ?? build(filters, at);
    nodes.set(key, node);
    return node;
  };

  return {
    /** The root for some of the filters, by their places in `all`. */
    rootFor: (filters: readonly number[]): FilterNode<T> => nodeFor(filters, 0),
    /** Whether so much has grown that it is time to begin anew. */
    isOvergrown: (): boolean => nodes.size > nodesAtMost,
    forget: (): void => nodes.clear(),
  };
};

const step = <T>({ field, next, grow }: FieldNode<T>, record: JsonObject): FilterNode<T> => {
  const valueClass = field.classOf(record);
  return next[valueClass] ?? grow(valueClass);
};

/** The node behind the fields `paths`, as far as they come first. */
export const stepsOver = <T>(
  root: FilterNode<T>,
  record: JsonObject,
  paths: readonly string[],
): FilterNode<T> => {
  let node = root;
  while ('field' in node && paths.includes(node.field.path.join('.'))) node = step(node, record);
  return node;
};

/** What a record meets. */
export const itemsFor = <T>(root: FilterNode<T>, record: JsonObject): readonly T[] => {
  let node = root;
  while ('field' in node) node = step(node, record);
  return node.items;
};
