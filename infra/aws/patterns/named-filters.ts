import { type DetailPattern, isWithheldByDefault, type PatternLeaf } from '../../../shared/rules/trigger.ts';

/** Filters that name calls in any case, as the triggers of custom rules do. */

const isFilter = (leaf: PatternLeaf, operator: string): leaf is Readonly<Record<string, string>> =>
  typeof leaf === 'object' && leaf !== null && typeof leaf[operator] === 'string';

/** The call that a leaf names; undefined when it is no plain name. */
const nameIn = (leaf: PatternLeaf): string | undefined => {
  if (typeof leaf === 'string') return leaf;
  return isFilter(leaf, 'equals-ignore-case') ? leaf['equals-ignore-case'] : undefined;
};

const namesIn = ({ eventName }: DetailPattern): readonly string[] | undefined => {
  if (!Array.isArray(eventName)) return undefined;
  const names = (eventName as readonly PatternLeaf[]).map(nameIn);
  return names.every((name) => name !== undefined) ? names : undefined;
};

const servicePrefix = /^([a-z0-9-]+)\.amazonaws\.com$/;

/** The one service that a filter on the source is of. */
const serviceIn = ({ eventSource }: DetailPattern): string | undefined => {
  const [leaf, ...others] = Array.isArray(eventSource) ? (eventSource as readonly PatternLeaf[]) : [];
  const prefix = leaf !== undefined && isFilter(leaf, 'prefix') ? leaf['prefix'] : undefined;
  return others.length === 0 ? servicePrefix.exec(prefix ?? '')?.[1] : undefined;
};

/** Calls of STS are logged as read-only whatever they are called. */
const isOfSts = /^(assume|decode)/i;

const spelt = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether every call that a filter names is one that changes something, so that none of our own look-ups is among them. */
export const namesWritesOnly = (detail: DetailPattern): boolean => {
  const names = namesIn(detail);
  if (names === undefined || serviceIn(detail) === 'sts') return false;
  return names.every((name) => !isOfSts.test(name) && !isWithheldByDefault(`any:${spelt(name)}`));
};

/** Calls by service and name in lower case: AWS has one spelling of each. */
export const callKey = (service: string, name: string): string => `${service} ${name.toLowerCase()}`;

/**
 * What a filter asks for beside the calls that arrive by name anyway, so that no event is delivered twice; undefined when nothing is left.
 *
 * @param taken by `callKey`
 */
export const besideNamed = (detail: DetailPattern, taken: ReadonlySet<string>): DetailPattern | undefined => {
  const service = serviceIn(detail);
  const names = namesIn(detail);
  if (service === undefined || names === undefined) return detail;
  const left = names.filter((name) => !taken.has(callKey(service, name)));
  if (left.length === names.length) return detail;
  return left.length === 0
    ? undefined
    : { ...detail, eventName: left.map((name) => ({ 'equals-ignore-case': name })) };
};

const roomForNames = 300;

/** A filter with more names than a pattern has room for, in parts; any other filter as it is. */
export const inParts = (detail: DetailPattern): readonly DetailPattern[] => {
  const { eventName } = detail;
  if (!Array.isArray(eventName) || JSON.stringify(eventName).length <= roomForNames) return [detail];
  const parts: PatternLeaf[][] = [[]];
  for (const leaf of eventName as readonly PatternLeaf[]) {
    const last = parts.at(-1) ?? [];
    if (last.length > 0 && JSON.stringify([...last, leaf]).length > roomForNames) parts.push([leaf]);
    else last.push(leaf);
  }
  return parts.map((names) => ({ ...detail, eventName: names }));
};
