import { nearest } from '../text/nearest.ts';
import { type Encoding, encodingNames, isUtf16 } from './encodings.ts';
import type { Report } from './sigma-file.ts';

const matchNames = [
  'contains',
  'startswith',
  'endswith',
  're',
  'cidr',
  'exists',
  'lt',
  'lte',
  'gt',
  'gte',
] as const;

/** How a field is compared with a value. */
export type MatchKind = (typeof matchNames)[number] | 'equals';

/** A field and its modifiers: `userAgent|contains|all`. */
export interface FieldKey {
  /** Path in the record; empty for keywords, which are looked for in the whole of it. */
  readonly field: string;
  readonly match: MatchKind;
  readonly encodings: readonly Encoding[];
  /** The values are names of other fields. */
  readonly fieldref: boolean;
  /** Every value must fit, not just one. */
  readonly all: boolean;
  readonly cased: boolean;
  readonly negated: boolean;
  /** Of a regular expression: `i`, `m`, `s`. */
  readonly flags: string;
}

const plainNames = ['all', 'cased', 'fieldref', 'neq'] as const;
const flagNames = ['i', 'm', 's'] as const;

/** Known to Sigma, but not applied here, and why. */
const refused: Readonly<Record<string, string>> = {
  expand: 'placeholders need values from outside the rule: write the values into the rule',
  ...Object.fromEntries(
    ['minute', 'hour', 'day', 'week', 'month', 'year'].map((name) => [
      name,
      'parts of a time cannot be compared',
    ]),
  ),
};

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

const known: readonly string[] = [...matchNames, ...encodingNames, ...plainNames, ...flagNames];

const unknownModifier = (name: string): string => {
  const reason = refused[name];
  if (reason !== undefined) return `modifier "${name}" is not supported: ${reason}`;
  const meant = nearest(name, known)[0];
  return `unknown modifier "${name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
};

const textMatches: readonly MatchKind[] = ['equals', 'contains', 'startswith', 'endswith'];

interface Sorted {
  readonly matches: readonly MatchKind[];
  readonly encodings: readonly Encoding[];
  readonly plain: ReadonlySet<string>;
  readonly flags: string;
}

/** Why these modifiers make no sense together; the first that applies. */
const misfits: readonly (readonly [
  (sorted: Sorted, match: MatchKind, names: readonly string[]) => boolean,
  string,
])[] = [
  [({ matches }) => matches.length > 1, 'say two ways to compare'],
  [({ encodings }, match) => encodings.length > 0 && !textMatches.includes(match), 'encode what is no text'],
  [
    // "contains" adds wildcards, which windash leaves alone and Base64 would encode.
    ({ encodings }, match, names) =>
      match !== 'equals' &&
      encodings.some((name) => name !== 'windash' && names.indexOf(match) < names.indexOf(name)),
    'encode after comparing: write the encoding first',
  ],
  [
    ({ encodings }) => encodings.some((name, i) => isUtf16(name) && !encodings[i + 1]?.startsWith('base64')),
    'encode as UTF-16 without Base64 behind it, which no log of JSON holds',
  ],
  [({ encodings }) => encodings.indexOf('windash') > 0, 'apply windash to what is encoded: write it first'],
  [
    ({ encodings }) =>
      encodings.filter((name) => name.startsWith('base64')).length > 1 ||
      encodings.slice(0, -1).some((name) => name.startsWith('base64')),
    'encode Base64 again',
  ],
  [({ flags }, match) => flags !== '' && match !== 're', 'have a flag of "re" without "re"'],
  [
    ({ plain }, match) => plain.has('fieldref') && !textMatches.includes(match),
    'compare two fields by what is no text',
  ],
  [({ plain, encodings }) => plain.has('fieldref') && encodings.length > 0, 'encode the name of a field'],
  [
    ({ plain }, match) => plain.has('cased') && !textMatches.includes(match),
    'have "cased" where case plays no part',
  ],
  [
    ({ plain }) => plain.has('neq') && plain.has('all'),
    'can be read in two ways (not all of them, or none of them): negate a search in the condition instead',
  ],
  [({ plain }, match) => match === 'exists' && plain.size > 0, 'add to "exists", which stands alone'],
];

/** Of a text without a field: looked for anywhere in the record. */
export const keywordKey: FieldKey = {
  field: '',
  match: 'contains',
  encodings: [],
  fieldref: false,
  all: false,
  cased: false,
  negated: false,
  flags: '',
};

const keywordMatches: readonly MatchKind[] = ['equals', 'contains', 're'];

const faultOf = (
  field: string,
  names: readonly string[],
  sorted: Sorted,
  match: MatchKind,
): string | undefined => {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return unknownModifier(unknown);
  if (/[[\]{}]/.test(field))
    return 'brackets in the name of a field are not supported: lists are looked into by themselves';
  if (new Set(names).size < names.length) return `the modifiers "${names.join('|')}" name one twice`;
  const misfit = misfits.find(([applies]) => applies(sorted, match, names));
  if (misfit) return `the modifiers "${names.join('|')}" ${misfit[1]}`;
  if (
    field === '' &&
    (!keywordMatches.includes(match) || sorted.plain.has('fieldref') || sorted.plain.has('neq'))
  )
    return `keywords cannot have the modifiers "${names.join('|')}"`;
  return undefined;
};

/** Reads a key of a selection; a construct that is not supported is reported by name. */
export const readFieldKey = (key: string, line: number, report: Report): FieldKey | undefined => {
  const [field = '', ...names] = key.split('|').map((part) => part.trim());
  const sorted: Sorted = {
    matches: names.filter((name) => isOneOf(matchNames, name)),
    encodings: names.filter((name) => isOneOf(encodingNames, name)),
    plain: new Set(names.filter((name) => isOneOf(plainNames, name))),
    flags: names.filter((name) => isOneOf(flagNames, name)).join(''),
  };
  const match = sorted.matches[0] ?? 'equals';
  const fault = faultOf(field, names, sorted, match);
  if (fault !== undefined) {
    report(line, `${key}: ${fault}`);
    return undefined;
  }
  return {
    field,
    match: field === '' && match === 'equals' ? 'contains' : match,
    encodings: sorted.encodings,
    fieldref: sorted.plain.has('fieldref'),
    all: sorted.plain.has('all'),
    cased: sorted.plain.has('cased'),
    negated: sorted.plain.has('neq'),
    flags: sorted.flags,
  };
};
