import type { Action } from '../events/iam-event.ts';
import { actionOf } from '../events/parse-event.ts';
import { type DetailPattern, isWithheldByDefault, type Trigger } from '../rules/trigger.ts';
import type { Expression } from './expression.ts';

/** Fields that are always a text in a record, so that EventBridge compares them as Sigma does. */
const triggerFields: readonly string[] = ['eventSource', 'eventName', 'eventType', 'userIdentity.type'];

/** The values a field can have at most, by their lower-case form; a field that is not there can have any. */
type Bounds = ReadonlyMap<string, ReadonlyMap<string, string>>;

const unbounded: Bounds = new Map();

// Beyond ASCII, "ignore case" means different things to EventBridge and here.
const isAscii = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

const boundsOfTest = ({ only }: Extract<Expression, { kind: 'test' }>): Bounds =>
  only && triggerFields.includes(only.field) && only.values.every(isAscii)
    ? new Map([[only.field, new Map(only.values.map((value) => [value.toLowerCase(), value]))]])
    : unbounded;

/** Both hold: what both allow. A rule that allows nothing is left unbounded; its condition says no. */
const narrowed = (a: Bounds, b: Bounds): Bounds => {
  const bounds = new Map(a);
  for (const [field, values] of b) {
    const both = new Map([...values].filter(([value]) => a.get(field)?.has(value) ?? true));
    if (both.size > 0) bounds.set(field, both);
    else bounds.delete(field);
  }
  return bounds;
};

/** One holds: what either allows, of the fields that both bound. */
const widened = (a: Bounds, b: Bounds): Bounds =>
  new Map(
    [...a].flatMap(([field, values]): [string, ReadonlyMap<string, string>][] => {
      const others = b.get(field);
      return others ? [[field, new Map([...values, ...others])]] : [];
    }),
  );

const boundsOf = (expression: Expression): Bounds => {
  if (expression.kind === 'test') return boundsOfTest(expression);
  if (expression.kind === 'not' || expression.of.length === 0) return unbounded;
  const all = expression.of.map(boundsOf);
  return all.reduce(expression.kind === 'and' ? narrowed : widened);
};

const detailOf = (bounds: Bounds): DetailPattern => {
  const detail: Record<string, DetailPattern[string]> = {};
  for (const field of triggerFields) {
    const values = bounds.get(field);
    if (!values) continue;
    const leaves = [...values.values()].map((value) => ({ 'equals-ignore-case': value }));
    const [first = '', inner] = field.split('.');
    detail[first] = inner === undefined ? leaves : { [inner]: leaves };
  }
  return detail;
};

const namedActions = (bounds: Bounds): readonly Action[] => {
  const sources = [...(bounds.get('eventSource')?.values() ?? ['any'])];
  const names = [...(bounds.get('eventName')?.values() ?? [])];
  return sources.flatMap((source) => names.map((name) => actionOf(source, name)));
};

const tierOfBounds = (bounds: Bounds): Pick<Trigger, 'tier'> => {
  const actions = namedActions(bounds);
  if (actions.length === 0) return { tier: 'wide' };
  return actions.every(isWithheldByDefault) ? { tier: 'read-only' } : {};
};

/**
 * The least that must reach a rule with these conditions (one of which must hold): narrowed by the source, name and type of the event and by the
 * type of the caller where the condition bounds them for sure, never by more. Upper and lower case do not differ, as in Sigma.
 */
export const triggerOf = (conditions: readonly Expression[]): Trigger => {
  const bounds = boundsOf({ kind: 'or', of: conditions });
  return { anyCall: detailOf(bounds), ...tierOfBounds(bounds) };
};
