import { isObject, type JsonObject } from '../../events/json.ts';

/** `fields[key=role]`: the elements of a list whose `key` is `role`. */
const filtered = /^(\w+)\[(\w+)=(\w+)\]$/;

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The elements of a list, whether it is logged bare, as `{items: […]}`, or as its only element. */
const elementsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (isObject(value) && Array.isArray(value['items'])) return value['items'];
  return [value];
};

const step = (from: unknown, segment: string): readonly unknown[] => {
  if (!isObject(from)) return [];
  const [, list, key, wanted] = filtered.exec(segment) ?? [];
  const name = list ?? segment;
  const values = Object.entries(from).filter(([own]) => name === '*' || isSame(own, name));
  const elements = values.flatMap(([, value]) => elementsOf(value));
  if (key === undefined) return elements;
  return elements.filter((element) => isObject(element) && element[key] === wanted);
};

/**
 * The texts at a path of a call's parameters, e.g. `target.roleArn`. Lists are walked through; `*` is any key. Names match in any
 * case, since each service logs its own (`roleArn`, `RoleARN`).
 *
 * @param path of the parameters as the service's API model names them
 */
export const textsAtPath = (parameters: JsonObject, path: string): readonly string[] =>
  path
    .split('.')
    .reduce<readonly unknown[]>((found, segment) => found.flatMap((one) => step(one, segment)), [parameters])
    .filter((value): value is string => typeof value === 'string' && value !== '');
