import { isObject, type JsonObject } from '../events/json.ts';

const deepest = 6;

const lowered = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

const loweredValue = (value: unknown, depth: number): unknown => {
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => loweredValue(one, depth + 1));
  return isObject(value) ? loweredObject(value, depth + 1) : value;
};

const loweredObject = (from: JsonObject, depth: number): JsonObject =>
  Object.fromEntries(
    Object.entries(from).map(([name, value]) => [lowered(name), loweredValue(value, depth)]),
  );

/**
 * The same parameters, every name with a small first letter, down to six levels. Security Hub and a few other services log names as their
 * API writes them, `AccountIds`, and mostly as the rest do, `accountIds`, which depends on the client.
 */
export const lowerCamel = (from: JsonObject): JsonObject => loweredObject(from, 0);
