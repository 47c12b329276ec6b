import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { AccountSettings } from '../account/account-settings.ts';
import type { ReviewSettings } from '../account/review-settings.ts';
import { explainFaults, type Fault } from './faults.ts';
import { settingsSchema } from './settings-schema.ts';

/** What the owner of the account may say, with the defaults filled in. */
export interface Settings {
  readonly account: AccountSettings;
  readonly review?: ReviewSettings;
  /** Paths of files in MaxMind format, as written. */
  readonly addressFiles: readonly string[];
  /** Path of the folder of custom rules, as written. */
  readonly customRules?: string;
}

/** Of an installation that has no configuration file. */
export const defaultSettings: Settings = { account: {}, addressFiles: [] };

/** Something to mend in the file; lines and columns count from 1. */
export interface SettingsFault {
  readonly line: number;
  readonly column: number;
  /** E.g. `account.trustedAccounts.0.name`; empty for the file as a whole. */
  readonly place: string;
  readonly cause: string;
}

/** The configuration file cannot be used; the message lists every fault with line, column and what to write. */
export class BadSettingsError extends Error {
  override readonly name = 'BadSettingsError';
  readonly faults: readonly SettingsFault[];

  constructor(origin: string, faults: readonly SettingsFault[]) {
    const lines = faults.map(({ line, column, place, cause }) => {
      const about = place === '' ? '' : `${place}: `;
      return `  ${origin}:${line}:${column}: ${about}${cause}`;
    });
    super(`${origin} cannot be used:\n${lines.join('\n')}\nSee docs/configuration.md.`);
    this.faults = faults;
  }
}

type Places = { readonly parsed: Document; readonly lines: LineCounter };

const positionAt = ({ lines }: Places, offset: number) => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

/** Where the key, else the value, of a path begins; the nearest that is written when the path itself is not. */
const offsetOf = (parsed: Document, path: readonly PropertyKey[], unknownKey?: string): number => {
  const node = path.length === 0 ? parsed.contents : parsed.getIn(path, true);
  if (unknownKey !== undefined && isMap(node)) {
    const key = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === unknownKey)?.key;
    if (isNode(key)) return key.range?.[0] ?? 0;
  }
  if (isNode(node)) return node.range?.[0] ?? 0;
  return path.length === 0 ? 0 : offsetOf(parsed, path.slice(0, -1));
};

const located = (places: Places, { path, unknownKey, cause }: Fault): SettingsFault => ({
  ...positionAt(places, offsetOf(places.parsed, path, unknownKey)),
  place: path.join('.'),
  cause,
});

const syntaxFaults = (places: Places): readonly SettingsFault[] =>
  [...places.parsed.errors, ...places.parsed.warnings].map((error) => ({
    ...positionAt(places, error.pos[0]),
    place: '',
    cause: `no valid YAML: ${error.message}`,
  }));

/** Lists in which a value stands twice: mostly a slip where another value was meant. */
const repeated = (value: unknown, path: readonly PropertyKey[] = []): readonly Fault[] => {
  if (Array.isArray(value)) {
    const texts = value.map((one) => JSON.stringify(one));
    return texts.flatMap((text, index) =>
      texts.indexOf(text) < index ? [{ path: [...path, index], cause: `${text} is listed twice` }] : [],
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => repeated(inner, [...path, key]));
};

const plainValue = (places: Places, origin: string): unknown => {
  try {
    // Aliases can blow a small file up without bound, and nothing here needs them.
    return places.parsed.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    const cause = `no anchors and aliases here ("&name", "*name"): write the value out (${String(error)})`;
    throw new BadSettingsError(origin, [{ line: 1, column: 1, place: '', cause }]);
  }
};

/**
 * Reads the configuration file. Strict: a misspelt setting would silently leave its rules off.
 *
 * @param text YAML 1.2; JSON is YAML as well. An empty file is one without settings.
 * @param origin where it is from, for the message
 * @throws BadSettingsError naming every fault
 */
export const parseSettings = (text: string, origin: string): Settings => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const places = { parsed, lines };
  const broken = syntaxFaults(places);
  if (broken.length > 0) throw new BadSettingsError(origin, broken);
  const value = plainValue(places, origin) ?? {};
  const result = z.safeParse(settingsSchema, value);
  const faults = [
    ...(result.success ? [] : explainFaults(settingsSchema, result.error.issues)),
    ...repeated(value),
  ];
  if (result.success && faults.length === 0) return result.data;
  throw new BadSettingsError(
    origin,
    faults.map((fault) => located(places, fault)).sort((a, b) => a.line - b.line || a.column - b.column),
  );
};
