import { isActionPattern } from '../match-action.ts';
import { matches, type Pattern, patternOf } from '../pattern.ts';
import {
  type AccessLevel,
  type ActionData,
  accessLevels,
  type ServiceParts,
  unpackService,
} from './action-data.ts';

export interface ActionDetail {
  /** As AWS writes it, e.g. `iam:CreateUser`. */
  readonly action: string;
  readonly service: string;
  /** Without its service, in lower case, e.g. `createuser`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** Names of the resource types it can be limited to; none: only `*` covers it. */
  readonly resourceTypes: readonly string[];
  /** The service's and global condition keys that it may have; `aws:RequestTag/${TagKey}` stands for every tag. */
  readonly conditionKeys: readonly string[];
}

export interface ResourceType {
  readonly name: string;
  /** With `${…}` for what varies, e.g. `arn:${Partition}:iam::${Account}:user/${UserNameWithPath}`; mostly one. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface ConditionKey {
  readonly key: string;
  /** `String`, `ArrayOfString`, `ARN`, `ArrayOfARN`, `Bool`, `Numeric`, `Date`, `IPAddress` … */
  readonly type: string;
}

const levelByLetter = new Map(accessLevels.map((level) => [level.charAt(0), level]));

const picked = <T>(positions: string, from: readonly T[]): readonly T[] =>
  positions
    .split(',')
    .filter((position) => position !== '')
    .map((position) => from[Number(position)])
    .filter((item) => item !== undefined);

const detailsOf = (service: string, parts: ServiceParts): ReadonlyMap<string, ActionDetail> =>
  new Map(
    parts.actions.map(([name, letter, resources, keys]) => {
      const action = `${service}:${name}`;
      const detail: ActionDetail = {
        action,
        service,
        name: name.toLowerCase(),
        level: levelByLetter.get(letter) ?? 'Write',
        // Made when they are asked for: of most actions nobody asks.
        get resourceTypes() {
          return picked(resources, parts.resources).map(([type]) => type);
        },
        get conditionKeys() {
          return picked(keys, parts.keys).map(([key]) => key);
        },
      };
      return [action.toLowerCase(), detail];
    }),
  );

/** A listed key as a pattern, where `${…}` or `<…>` stands for a tag's name and the like. */
const keyPattern = (listed: string): Pattern =>
  patternOf(listed.toLowerCase().replaceAll(/\$\{[^}]*\}|<[^>]*>|(?<=\/)tag-key$/g, '*'));

/** Whether a key of a request is what the reference lists. */
const isKey = (listed: string, key: string): boolean => matches(keyPattern(listed), key);

const keyIn = (listed: readonly (readonly [string, string])[], key: string): ConditionKey | undefined => {
  const found = listed.find(([name]) => isKey(name, key.toLowerCase()));
  return found && { key: found[0], type: found[1] };
};

/** The part of an action or of a pattern of actions before its colon, in lower case. */
const prefixOf = (action: string): string => action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();

/** What is known of AWS's actions, resource types and condition keys. Services are unpacked when they are asked for. */
export class ActionCatalogue {
  /** Where it is from, with its version. */
  readonly source: string;
  readonly #data: ActionData;
  readonly #parts = new Map<string, ServiceParts>();
  readonly #details = new Map<string, ReadonlyMap<string, ActionDetail>>();
  #keyPatterns: ReadonlyMap<string, readonly Pattern[]> | undefined;
  #everything: ReadonlySet<ActionDetail> | undefined;

  constructor(data: ActionData) {
    this.source = data.source;
    this.#data = data;
  }

  /** Prefixes, sorted. */
  get services(): readonly string[] {
    return Object.keys(this.#data.services);
  }

  /** Every action of every service. */
  get everything(): ReadonlySet<ActionDetail> {
    this.#everything ??= new Set(this.services.flatMap((service) => this.actionsOf(service)));
    return this.#everything;
  }

  /** @param service its prefix, in any case */
  isService(service: string): boolean {
    return Object.hasOwn(this.#data.services, service.toLowerCase());
  }

  /** The actions of a service; none when it is not known. */
  actionsOf(service: string): readonly ActionDetail[] {
    return [...this.#byName(service.toLowerCase()).values()];
  }

  /** @param action in any case */
  find(action: string): ActionDetail | undefined {
    return this.#byName(prefixOf(action)).get(action.toLowerCase());
  }

  /** The actions that a pattern of an Action element covers. */
  covered(pattern: string): readonly ActionDetail[] {
    if (!isActionPattern(pattern)) return [];
    const lower = pattern.toLowerCase();
    const prefix = prefixOf(lower);
    const services = /[*?]/.test(prefix) || prefix === '' ? this.services : [prefix];
    const compiled = patternOf(lower);
    return services.flatMap((service) =>
      [...this.#byName(service)].filter(([name]) => matches(compiled, name)).map(([, detail]) => detail),
    );
  }

  resourceTypesOf(service: string): readonly ResourceType[] {
    const { resources, keys } = this.#partsOf(service.toLowerCase());
    return resources.map(([name, arns, positions]) => ({
      name,
      arns: arns.split(','),
      conditionKeys: picked(positions, keys).map(([key]) => key),
    }));
  }

  /** A condition key by the service whose request it is in, global keys included. */
  conditionKey(service: string, key: string): ConditionKey | undefined {
    return this.globalKey(key) ?? keyIn(this.#partsOf(service.toLowerCase()).keys, key);
  }

  globalKey(key: string): ConditionKey | undefined {
    return keyIn(Object.entries(this.#data.globalKeys), key);
  }

  /** The names of the global keys, with `tag-key` for a tag's name. */
  get globalKeys(): readonly string[] {
    return Object.keys(this.#data.globalKeys);
  }

  /** The names of a service's condition keys. */
  keysOf(service: string): readonly string[] {
    return this.#partsOf(service.toLowerCase()).keys.map(([key]) => key);
  }

  /** Whether there is such a key: a global one or that of any service. Some have keys of another: SAML's are in sts. */
  isKnownKey(key: string): boolean {
    this.#keyPatterns ??= Map.groupBy(this.#allKeys().map(keyPattern), ({ text }) => prefixOf(text));
    const lower = key.toLowerCase();
    return this.#keyPatterns.get(prefixOf(lower))?.some((pattern) => matches(pattern, lower)) ?? false;
  }

  /** The actions of a service whose requests may hold a key, by themselves or for what they are done to. */
  actionsWithKey(service: string, key: string): ReadonlySet<ActionDetail> {
    const { keys, resources } = this.#partsOf(service.toLowerCase());
    const wanted = new Set(keys.map(([name]) => name).filter((name) => isKey(name, key.toLowerCase())));
    const types = new Set(
      resources
        .filter(([, , positions]) => picked(positions, keys).some(([name]) => wanted.has(name)))
        .map(([name]) => name),
    );
    return new Set(
      this.actionsOf(service).filter(
        ({ conditionKeys, resourceTypes }) =>
          conditionKeys.some((name) => wanted.has(name)) || resourceTypes.some((type) => types.has(type)),
      ),
    );
  }

  #allKeys(): readonly string[] {
    return [...new Set([...this.globalKeys, ...this.services.flatMap((service) => this.keysOf(service))])];
  }

  #partsOf(service: string): ServiceParts {
    const known = this.#parts.get(service);
    if (known) return known;
    const { services } = this.#data;
    const parts = unpackService((Object.hasOwn(services, service) && services[service]) || '');
    this.#parts.set(service, parts);
    return parts;
  }

  #byName(service: string): ReadonlyMap<string, ActionDetail> {
    const known = this.#details.get(service);
    if (known) return known;
    const details = detailsOf(service, this.#partsOf(service));
    this.#details.set(service, details);
    return details;
  }
}
