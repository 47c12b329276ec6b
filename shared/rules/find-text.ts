import { isObject, type JsonObject } from '../events/json.ts';

const deepest = 5;

const childrenOf = (from: JsonObject): readonly JsonObject[] =>
  Object.values(from).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isObject));

/**
 * The first text under a key, in any case and at any depth of up to five. EC2 wraps the parameters of newer calls
 * (`{AssociateIamInstanceProfileRequest: {InstanceId}}`) and services differ in the case they log.
 */
export const findText = (from: JsonObject, key: string, depth = 0): string | undefined => {
  const wanted = key.toLowerCase();
  const own = Object.entries(from).find(
    ([name, value]) => name.toLowerCase() === wanted && typeof value === 'string' && value !== '',
  );
  if (own) return String(own[1]);
  if (depth >= deepest) return undefined;
  for (const child of childrenOf(from)) {
    const found = findText(child, key, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
};
