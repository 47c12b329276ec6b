import type * as z from 'zod/mini';
import { nearest } from '../text/nearest.ts';

/** What is wrong at one place of a configuration, and what to write instead. */
export interface Fault {
  /** Keys and indexes from the root to the value. */
  readonly path: readonly PropertyKey[];
  /** The key in that value which nobody knows. */
  readonly unknownKey?: string;
  readonly cause: string;
}

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
};

const definitionOf = (schema: z.core.$ZodType): Definition => {
  const definition = schema._zod.def as unknown as Definition;
  return definition.innerType ? definitionOf(definition.innerType) : definition;
};

/** The keys that an object at this path may have; none where no object is expected. */
const keysAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const { shape, element } = definitionOf(schema);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(shape ?? {});
  const next = typeof step === 'number' ? element : shape?.[String(step)];
  return next ? keysAt(next, rest) : [];
};

const unknown = (key: string, known: readonly string[]): string => {
  const [closest] = nearest(key, known);
  const hint = closest === undefined ? `known here: ${known.join(', ')}` : `did you mean "${closest}"?`;
  return `unknown setting "${key}"; ${hint}`;
};

const expected = ({ expected: type }: z.core.$ZodIssueInvalidType): string =>
  type === 'object' ? 'expected object: settings by name' : `expected ${type}`;

/**
 * Explains why a schema refused a value, one fault a cause; unknown keys are told with the nearest right one.
 *
 * @param schema of strict objects, lists and their optional forms
 */
export const explainFaults = (
  schema: z.core.$ZodType,
  issues: readonly z.core.$ZodIssue[],
): readonly Fault[] =>
  issues.flatMap((issue): readonly Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: issue.path,
        unknownKey: key,
        cause: unknown(key, keysAt(schema, issue.path)),
      }));
    // The key of a free list of names and values is wrong; what is wrong with it stands inside.
    if (issue.code === 'invalid_key')
      return issue.issues.map(({ message }) => ({ path: issue.path, cause: message }));
    // A schema that says itself what to write has a message of its own; zod/mini's is "Invalid input".
    const isOwn = issue.code !== 'invalid_type' || issue.message !== 'Invalid input';
    return [{ path: issue.path, cause: isOwn ? issue.message : expected(issue) }];
  });
