import type { Expression, FieldTest } from '../custom-rules/expression.ts';
import type { ValueTest } from '../custom-rules/value-test.ts';
import { literalOf } from '../custom-rules/wildcard.ts';
import { actionOf } from '../events/parse-event.ts';
import { type DetailPattern, isWithheldByDefault, type Tier, type Trigger } from '../rules/trigger.ts';

/** Fields that are always a text in a record, so that EventBridge compares them as Sigma does. */
const triggerFields: readonly string[] = ['eventSource', 'eventName', 'eventType', 'userIdentity.type'];

/** The values a field can have at most, by their lower-case form; a field that is not there can have any. */
type Bounds = ReadonlyMap<string, ReadonlyMap<string, string>>;

const unbounded: Bounds = new Map();

// Beyond ASCII, "ignore case" means different things to EventBridge and here. No name of a call or service is longer.
const isPlain = (text: string): boolean => /^[\x20-\x7e]{1,100}$/.test(text);

const literalsOf = (test: ValueTest): readonly (string | undefined)[] =>
  test.is === 'text' ? test.patterns.map(literalOf) : [undefined];

/** The plain texts to one of which the field must be equal; undefined where it may be something else. */
const onlyTexts = ({ tests, every }: FieldTest): readonly string[] | undefined => {
  const texts = tests.flatMap(literalsOf);
  const isBound = !every && texts.length > 0;
  return isBound && texts.every((text) => text !== undefined && isPlain(text))
    ? texts.filter((text) => text !== undefined)
    : undefined;
};

const boundsOfTest = (test: FieldTest): Bounds => {
  const texts = triggerFields.includes(test.field) ? onlyTexts(test) : undefined;
  return texts
    ? new Map([[test.field, new Map(texts.map((text) => [text.toLowerCase(), text]))]])
    : unbounded;
};

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
  if (expression.kind === 'field') return boundsOfTest(expression);
  if (expression.kind === 'not' || expression.of.length === 0) return unbounded;
  const all = expression.of.map(boundsOf);
  return all.reduce(expression.kind === 'and' ? narrowed : widened);
};

// As CloudTrail writes them ("CloudTrail userIdentity element", AWS CloudTrail User Guide). AWSService is left out: the patterns that keep
// out our own calls filter on it, and EventBridge takes one filter a field.
const callerTypes: ReadonlyMap<string, string> = new Map(
  [
    ...['Root', 'IAMUser', 'AssumedRole', 'Role', 'FederatedUser', 'Directory', 'AWSAccount'],
    ...['IdentityCenterUser', 'SAMLUser', 'WebIdentityUser', 'Unknown'],
  ].map((type) => [type.toLowerCase(), type]),
);

/** Literal, in CloudTrail's own spelling: the patterns that keep out our own calls must be able to tell them. */
const callerTypesIn = (bounds: Bounds): readonly string[] => {
  const types = [...(bounds.get('userIdentity.type')?.keys() ?? [])].map((type) => callerTypes.get(type));
  return types.every((type) => type !== undefined) ? types : [];
};

const ignoringCase = (bounds: Bounds, field: string): DetailPattern => {
  const leaves = [...(bounds.get(field)?.values() ?? [])].map((value) => ({ 'equals-ignore-case': value }));
  return leaves.length > 0 ? { [field]: leaves } : {};
};

const sourceOf = /^([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;

/** The services the sources stand for; undefined when one of them is no service, or when any source will do. */
const servicesIn = (bounds: Bounds): readonly string[] | undefined => {
  const sources = [...(bounds.get('eventSource')?.keys() ?? [])].map((source) => sourceOf.exec(source)?.[1]);
  return sources.length > 0 && sources.every((service) => service !== undefined)
    ? [...new Set(sources)]
    : undefined;
};

// An EventBridge pattern has room for 2,048 characters, most of which go to what it must not match. A list of names is split where it is too
// long (infra/aws/patterns/named-filters.ts).
const maxFilter = 250;

/** The filters in the order in which they are worth their room. */
const filterOf = (bounds: Bounds, fields: readonly string[]): DetailPattern => {
  const types = callerTypesIn(bounds);
  const filters: readonly DetailPattern[] = [
    ...fields.map((field) => ignoringCase(bounds, field)),
    types.length > 0 ? { userIdentity: { type: types } } : {},
  ];
  let room = maxFilter;
  const fitting = filters.filter((filter) => {
    const { length } = JSON.stringify(filter);
    if (length > room) return false;
    room -= length;
    return true;
  });
  return Object.assign({}, ignoringCase(bounds, 'eventName'), ...fitting) as DetailPattern;
};

// Without a source, a name may be one of these services', some of whose reads EventBridge does not withhold.
const anySource = ['any', 'sts', 'signin'];

const isRead = (name: string, bounds: Bounds): boolean => {
  const sources = [...(bounds.get('eventSource')?.keys() ?? anySource)];
  const spelt = name.charAt(0).toUpperCase() + name.slice(1);
  return sources.every((source) => isWithheldByDefault(actionOf(source, spelt)));
};

const namesIn = (bounds: Bounds): readonly string[] => [...(bounds.get('eventName')?.values() ?? [])];

const busyCallers: readonly string[] = ['AssumedRole', 'Role'];

const isBusy = (bounds: Bounds): boolean => {
  const types = callerTypesIn(bounds);
  const hasFewCallers = types.length > 0 && !types.some((type) => busyCallers.includes(type));
  return !hasFewCallers && !bounds.has('eventSource') && !bounds.has('eventName');
};

const tierOfBounds = (bounds: Bounds): { readonly tier?: Tier } => {
  const names = namesIn(bounds);
  if (names.length > 0 && names.every((name) => isRead(name, bounds))) return { tier: 'read-only' };
  return isBusy(bounds) ? { tier: 'wide' } : {};
};

/**
 * The least that must reach a rule with this condition: narrowed by the source, name and type of the event and by the type of the caller where
 * the condition bounds them for sure, never by more. Upper and lower case do not differ, as in Sigma.
 */
export const triggerOf = (condition: Expression): Trigger => {
  const bounds = boundsOf(condition);
  const services = servicesIn(bounds);
  const tier = tierOfBounds(bounds);
  if (services) {
    const where = filterOf(bounds, ['eventType']);
    return { services, ...(Object.keys(where).length > 0 ? { where } : {}), ...tier };
  }
  const filter = filterOf(bounds, ['eventSource', 'eventType']);
  // EventBridge takes no empty filter; every record has a name.
  return { anyCall: Object.keys(filter).length > 0 ? filter : { eventName: [{ exists: true }] }, ...tier };
};

/** Names of calls that only read, of a rule that names others too: those are seen in the tier read-only alone. */
export const readsAmong = (condition: Expression): readonly string[] => {
  const bounds = boundsOf(condition);
  const names = namesIn(bounds);
  const reads = names.filter((name) => isRead(name, bounds));
  return reads.length < names.length ? reads : [];
};
