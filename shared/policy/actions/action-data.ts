/** How strong an action is, in the words of the Service Authorization Reference. */
export type AccessLevel = 'List' | 'Read' | 'Tagging' | 'Write' | 'Permissions management';

/** All levels, the strongest first. */
export const accessLevels: readonly AccessLevel[] = [
  'Permissions management',
  'Write',
  'Tagging',
  'Read',
  'List',
];

/** What `npm run policy:actions` writes from the Service Authorization Reference. */
export interface ActionData {
  readonly source: string;
  /** Keys that any service may have in a request, with their types. */
  readonly globalKeys: Readonly<Record<string, string>>;
  /** By prefix, packed: see `unpackService`. */
  readonly services: Readonly<Record<string, string>>;
}

/**
 * The parts of one service. `keys` are its condition keys with their types; `resources` its resource types: name, ARNs with `${…}` for
 * what varies, positions of its keys; `actions` its actions: name, first letter of the level, positions of resource types and of keys.
 */
export interface ServiceParts {
  readonly keys: readonly (readonly [key: string, type: string])[];
  readonly resources: readonly (readonly [name: string, arns: string, keys: string])[];
  readonly actions: readonly (readonly [name: string, letter: string, resources: string, keys: string])[];
}

// In one text a service costs the engine next to nothing until it is asked for. No name holds one of the separators.
const betweenParts = '\n';
const betweenEntries = ';';
const betweenFields = '|';

const packList = (entries: readonly (readonly string[])[]): string =>
  entries.map((fields) => fields.join(betweenFields)).join(betweenEntries);

export const packService = ({ keys, resources, actions }: ServiceParts): string => {
  for (const field of [keys, resources, actions].flat(2))
    if (/[\n;|]/.test(field)) throw new Error(`cannot be packed: ${field}`);
  return [keys, resources, actions].map(packList).join(betweenParts);
};

const unpackList = (text: string): readonly (readonly string[])[] =>
  text === '' ? [] : text.split(betweenEntries).map((entry) => entry.split(betweenFields));

export const unpackService = (packed: string): ServiceParts => {
  const [keys = '', resources = '', actions = ''] = packed.split(betweenParts);
  return {
    keys: unpackList(keys).map(([key = '', type = '']) => [key, type]),
    resources: unpackList(resources).map(([name = '', arn = '', at = '']) => [name, arn, at]),
    actions: unpackList(actions).map(([name = '', letter = '', types = '', at = '']) => [
      name,
      letter,
      types,
      at,
    ]),
  };
};
