import * as z from 'zod/mini';

/** What a file holds is not what its command prints. `place` is where in the document, e.g. `RoleDetailList[3].Arn`. */
export class BadShapeError extends Error {
  override readonly name = 'BadShapeError';
  readonly place: string;
  constructor(place: string, cause: string) {
    super(cause);
    this.place = place;
  }
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, key) => (typeof key === 'number' ? `${place}[${key}]` : `${place}${place && '.'}${String(key)}`),
    '',
  );

const causeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && issue.message === 'Invalid input'
    ? `expected ${issue.expected === 'array' ? 'a list' : issue.expected}`
    : issue.message;

/**
 * A value of the shape that a schema says; unknown fields are dropped, since AWS adds some now and then.
 *
 * @throws BadShapeError at the first place that is otherwise
 */
export const shaped = <T>(schema: z.ZodMiniType<T>, value: unknown): T => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BadShapeError(placeOf(issue?.path ?? []), issue ? causeOf(issue) : 'of another shape');
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The elements of a list that a command prints as `{"KEY": […]}`; a bare list is taken as well.
 *
 * @throws BadShapeError when there is no such list, or an element is of another shape
 */
export const listOf = <T>(element: z.ZodMiniType<T>, key: string, json: unknown): readonly T[] => {
  if (Array.isArray(json)) return shaped(z.array(element), json);
  if (isObject(json) && key in json) return shaped(z.object({ [key]: z.array(element) }), json)[key] ?? [];
  throw new BadShapeError('', `expected a list, or an object with the list ${key}`);
};

/** @throws BadShapeError when only a part of the answer is there: what is missing would read as not existing */
export const assertComplete = (json: unknown): void => {
  if (!isObject(json)) return;
  if (
    json['IsTruncated'] === true ||
    typeof json['NextToken'] === 'string' ||
    typeof json['nextToken'] === 'string'
  )
    throw new BadShapeError(
      '',
      'only a part of the answer is there: run the command without --max-items and --no-paginate',
    );
};
