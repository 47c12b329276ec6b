/** A bag of attacker-controlled JSON. Read it with the functions below; escape what is shown. */
export type JsonObject = Readonly<Record<string, unknown>>;

const nothing: JsonObject = Object.freeze({});

/** Whether a value is a JSON object (not null, not an array). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in a field, or an empty one when the field is absent, null or of another shape. */
export const objectAt = (from: JsonObject, key: string): JsonObject => {
  const value = from[key];
  return isObject(value) ? value : nothing;
};

/** The text in a field; absent for null, other types and the empty string (CloudTrail writes `arn: ""` for some callers). */
export const textAt = (from: JsonObject, key: string): string | undefined => {
  const value = from[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A boolean that may be logged as `true`, `"true"`, `"True"` or `"Yes"` (services differ), or absent. */
export const booleanAt = (from: JsonObject, key: string): boolean | undefined => {
  const value = from[key];
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  if (/^(true|yes)$/i.test(value)) return true;
  return /^(false|no)$/i.test(value) ? false : undefined;
};

/** A list field; services log a list of one as the bare element, and EC2 wraps lists as `{items: […]}`. */
export const listAt = (from: JsonObject, key: string): readonly unknown[] => {
  const value = from[key];
  if (Array.isArray(value)) return value;
  if (isObject(value) && Array.isArray(value['items'])) return value['items'];
  return value === undefined || value === null ? [] : [value];
};

/** The texts of a list field; elements of other types are left out. */
export const textsAt = (from: JsonObject, key: string): readonly string[] =>
  listAt(from, key).filter((value): value is string => typeof value === 'string');
