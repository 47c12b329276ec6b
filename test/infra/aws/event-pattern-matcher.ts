/**
 * EventBridge's pattern language, as far as the patterns of this project use it. Written after "Comparison operators for use
 * in event patterns" (EventBridge User Guide) and the README of aws/event-ruler. What it does not know, and what EventBridge
 * refuses, it throws on, so that a pattern cannot pass by accident.
 */
type Json = unknown;
type Alternative = ReadonlyMap<string, readonly Json[]>;

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `$or` is expanded before matching, as EventBridge does. A field that is constrained twice keeps only the constraint written
 * last there; here it is an error, because nobody means that.
 */
const expand = (pattern: Json, path: readonly string[] = []): readonly Alternative[] => {
  if (!isObject(pattern) || Object.keys(pattern).length === 0)
    throw new Error(`${path.join('.')}: not an object`);
  let alternatives: readonly Alternative[] = [new Map()];
  for (const [key, value] of Object.entries(pattern)) {
    const own = key === '$or' ? expandOr(value, path) : expandField(value, [...path, key]);
    alternatives = alternatives.flatMap((one) => own.map((other) => merge(one, other)));
  }
  return alternatives;
};

const expandOr = (value: Json, path: readonly string[]): readonly Alternative[] => {
  if (!Array.isArray(value) || value.length < 2) throw new Error('$or needs at least two objects');
  return value.flatMap((branch) => expand(branch, path));
};

const expandField = (value: Json, path: readonly string[]): readonly Alternative[] => {
  if (!Array.isArray(value)) return expand(value, path);
  if (value.length === 0) throw new Error(`${path.join('.')}: an empty list matches nothing`);
  return [new Map([[path.join('.'), value]])];
};

const merge = (one: Alternative, other: Alternative): Alternative => {
  for (const path of other.keys()) if (one.has(path)) throw new Error(`${path} is constrained twice`);
  return new Map([...one, ...other]);
};

/** The leaves at a path: those of every element where the path goes through a list. An object is no leaf. */
const leavesAt = (value: Json, path: readonly string[]): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap((element) => leavesAt(element, path));
  const [key, ...rest] = path;
  if (key === undefined) return isObject(value) ? [] : [value];
  return isObject(value) && key in value ? leavesAt(value[key], rest) : [];
};

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split(/(\\\*|\\\\|\*)/)
      .map((part) => (part === '*' ? '[^]*' : part.replace(/^\\/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('')}$`,
  );

const ipv4 = (text: string): number | undefined => {
  const parts = text.split('.').map(Number);
  const valid =
    parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256);
  return valid ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
};

const inCidr = (block: string, text: string): boolean => {
  const [network = '', bits = '32'] = block.split('/');
  const [from, address, size] = [ipv4(network), ipv4(text), 2 ** (32 - Number(bits))];
  if (from === undefined) throw new Error(`${block}: only IPv4 blocks are known here`);
  return address !== undefined && Math.floor(address / size) === Math.floor(from / size);
};

const onText = (check: (operand: string, text: string) => boolean) => (operand: Json, value: Json) =>
  onTexts(operand, (one) => typeof value === 'string' && check(one, value));

const onTexts = (operand: Json, check: (one: string) => boolean): boolean => {
  const all = Array.isArray(operand) ? operand : [operand];
  return all.some((one) => {
    if (typeof one !== 'string') throw new Error(`expected text, found ${JSON.stringify(one)}`);
    return check(one);
  });
};

const ignoreCase = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const operators: Readonly<Record<string, (operand: Json, value: Json) => boolean>> = {
  prefix: (operand, value) =>
    isObject(operand)
      ? onText((one, text) => text.toLowerCase().startsWith(one.toLowerCase()))(
          operand['equals-ignore-case'],
          value,
        )
      : onText((one, text) => text.startsWith(one))(operand, value),
  suffix: onText((one, text) => text.endsWith(one)),
  'equals-ignore-case': onText(ignoreCase),
  wildcard: onText((one, text) => wildcard(one).test(text)),
  cidr: onText(inCidr),
  'anything-but': (operand, value) => {
    if (isObject(operand)) return !filter(operand, value);
    const refused = Array.isArray(operand) ? operand : [operand];
    for (const one of refused)
      if (typeof one !== 'string' && typeof one !== 'number')
        throw new Error(`anything-but takes texts and numbers, found ${JSON.stringify(one)}`);
    return !refused.includes(value);
  },
};

const filter = (leaf: Record<string, Json>, value: Json): boolean => {
  const [[name, operand] = ['', undefined], ...more] = Object.entries(leaf);
  const operator = operators[name];
  if (!operator || more.length > 0) throw new Error(`unknown filter ${JSON.stringify(leaf)}`);
  return operator(operand, value);
};

const matchesLeaf = (leaf: Json, values: readonly Json[]): boolean => {
  if (isObject(leaf) && 'exists' in leaf) {
    if (typeof leaf['exists'] !== 'boolean') throw new Error('exists takes true or false');
    return leaf['exists'] === values.length > 0;
  }
  return values.some((value) => (isObject(leaf) ? filter(leaf, value) : leaf === value));
};

/** Whether EventBridge would hand the event to a rule with this pattern. */
export const matchesPattern = (pattern: Json, event: Json): boolean =>
  expand(pattern).some((alternative) =>
    [...alternative].every(([path, leaves]) => {
      const values = leavesAt(event, path.split('.'));
      return leaves.some((leaf) => matchesLeaf(leaf, values));
    }),
  );
