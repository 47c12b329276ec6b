import type { IamEvent } from '../events/iam-event.ts';
import { isObject, type JsonObject } from '../events/json.ts';
import { refusedResourceOf } from '../events/target.ts';

/** Name of this installation's stack in the home Region. The names of all its resources begin with it, save that of the bus. */
export const ownStackName = 'Trailwarden';
/** Name of the bus that other Regions and accounts send to. */
export const ownBusName = 'trailwarden';

const isOwnName = (name: string): boolean =>
  name === ownStackName || name === ownBusName || name.startsWith(`${ownStackName}-`);

/**
 * Whether a name or an ARN is that of a resource of this installation. Anybody may give a resource such a name, so it must never be a
 * reason to stay quiet.
 */
export const isOwnResource = (nameOrArn: string): boolean => nameOrArn.split(/[:/]/).some(isOwnName);

const deepest = 3;

const textsIn = (value: unknown, depth = 0): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, depth + 1));
  return isObject(value) ? Object.values(value).flatMap((one) => textsIn(one, depth + 1)) : [];
};

// Policies and patterns of others may speak of our resources; they are JSON or prose, and no names.
const isName = (text: string): boolean => text.length <= 512 && !/[\s{"]/.test(text);

const firstOwnIn = (from: JsonObject): string | undefined =>
  textsIn(from).find((text) => isName(text) && isOwnResource(text));

/** The first resource of this installation that a call names, as it names it: in its parameters, its answer or its refusal. */
export const ownResourceIn = (event: IamEvent): string | undefined => {
  const refused = refusedResourceOf(event);
  return (
    firstOwnIn(event.request) ??
    firstOwnIn(event.response) ??
    (refused !== undefined && isOwnResource(refused) ? refused : undefined)
  );
};
