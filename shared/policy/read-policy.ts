import type { Condition, PolicyReading, Principal, Scope, Statement, UnreadableCause } from './policy.ts';

type Bag = Readonly<Record<string, unknown>>;

class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly reason: UnreadableCause;
  constructor(reason: UnreadableCause) {
    super(`policy document: ${reason}`);
    this.reason = reason;
  }
}

const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const textsOf = (value: unknown): readonly string[] => listOf(value).filter(isScalar).map(String);

/** IAM takes element names in any case; two spellings of one element in the same object leave open which one counts. */
const elementOf = (bag: Bag, name: string): unknown => {
  const keys = Object.keys(bag).filter((key) => key.toLowerCase() === name);
  if (keys.length > 1) throw new Unreadable('ambiguous-element');
  return keys[0] === undefined ? undefined : bag[keys[0]];
};

const eitherOf = (bag: Bag, name: string): { readonly except: boolean; readonly value: unknown } => {
  const value = elementOf(bag, name);
  const opposite = elementOf(bag, `not${name}`);
  if (value !== undefined && opposite !== undefined) throw new Unreadable('ambiguous-element');
  return opposite === undefined ? { except: false, value } : { except: true, value: opposite };
};

const scopeOf = (bag: Bag, name: string): Scope => {
  const { except, value } = eitherOf(bag, name);
  return { except, patterns: textsOf(value) };
};

const principalsOf = (value: unknown): readonly Principal[] =>
  isBag(value)
    ? Object.entries(value).flatMap(([type, ids]) => textsOf(ids).map((id) => ({ type, id })))
    : textsOf(value).map((id) => ({ type: '*', id }));

const conditionsOf = (value: unknown): readonly Condition[] =>
  isBag(value)
    ? Object.entries(value).flatMap(([operator, tests]) =>
        isBag(tests)
          ? Object.entries(tests).map(([key, values]) => ({ operator, key, values: textsOf(values) }))
          : [],
      )
    : [];

const statementOf = (value: unknown): Statement => {
  if (!isBag(value)) throw new Unreadable('no-statement');
  const effect = elementOf(value, 'effect');
  if (effect !== 'Allow' && effect !== 'Deny') throw new Unreadable('bad-effect');
  const sid = elementOf(value, 'sid');
  const principal = eitherOf(value, 'principal');
  return {
    ...(typeof sid === 'string' && sid !== '' ? { sid } : {}),
    effect,
    actions: scopeOf(value, 'action'),
    resources: scopeOf(value, 'resource'),
    principals: { except: principal.except, list: principalsOf(principal.value) },
    conditions: conditionsOf(elementOf(value, 'condition')),
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** CloudTrail logs a document as JSON text in requests and URL-encoded in responses; some tools encode it once more. */
const bagIn = (text: string): Bag => {
  let current: string | undefined = text;
  for (let step = 0; step < 3 && current !== undefined; step += 1) {
    const value = parsed(current);
    if (isBag(value)) return value;
    current = typeof value === 'string' ? value : decoded(current);
  }
  throw new Unreadable('not-json');
};

const bagOf = (document: unknown): Bag => {
  if (document === undefined || document === null || document === '') throw new Unreadable('missing');
  if (isBag(document)) return document;
  if (typeof document === 'string') return bagIn(document);
  throw new Unreadable('not-json');
};

/**
 * Reads an IAM policy document of any kind (identity, resource, trust, service control). Grammar: IAM User Guide, "Grammar of
 * the IAM JSON policy language". Total: an unreadable document is an answer, never a throw.
 *
 * @param document JSON text, the same URL-encoded up to twice, or the parsed object
 */
export const readPolicy = (document: unknown): PolicyReading => {
  try {
    const element = elementOf(bagOf(document), 'statement');
    if (element === undefined || element === null) return { status: 'unreadable', cause: 'no-statement' };
    // An empty list is readable: it grants nothing.
    return { status: 'read', policy: { statements: listOf(element).map(statementOf) } };
  } catch (error) {
    if (error instanceof Unreadable) return { status: 'unreadable', cause: error.reason };
    throw error;
  }
};
