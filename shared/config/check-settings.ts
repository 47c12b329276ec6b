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

/** Something to mend in the settings. */
export interface SettingsFault {
  /** In a file; counted from 1. */
  readonly position?: { readonly line: number; readonly column: number };
  /** E.g. `account.trustedAccounts.0.name`; empty for the file as a whole. */
  readonly place: string;
  readonly cause: string;
}

/** The settings cannot be used; the message lists every fault with its place and what to write. */
export class BadSettingsError extends Error {
  override readonly name = 'BadSettingsError';
  readonly faults: readonly SettingsFault[];

  constructor(origin: string, faults: readonly SettingsFault[]) {
    const lines = faults.map(({ position, place, cause }) => {
      const at = position ? `${origin}:${position.line}:${position.column}: ` : '';
      const about = place === '' ? '' : `${place}: `;
      return `  ${at}${about}${cause}`;
    });
    super(`${origin} cannot be used:\n${lines.join('\n')}\nSee docs/configuration.md.`);
    this.faults = faults;
  }
}

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

/** Settings, or all that is wrong with them. */
export type CheckedSettings = { readonly settings: Settings } | { readonly faults: readonly Fault[] };

/**
 * Checks settings and fills in the defaults. Strict: a misspelt setting would silently leave its rules off.
 *
 * @param value as it was parsed
 */
export const checkSettings = (value: unknown): CheckedSettings => {
  const result = z.safeParse(settingsSchema, value);
  const faults = [
    ...(result.success ? [] : explainFaults(settingsSchema, result.error.issues)),
    ...repeated(value),
  ];
  return result.success && faults.length === 0 ? { settings: result.data } : { faults };
};

const parseJson = (text: string, origin: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const cause = `no JSON (${String(error)}): write it with "npm run -s tw -- config json trailwarden.yaml"`;
    throw new BadSettingsError(origin, [{ place: '', cause }]);
  }
};

/**
 * Reads settings that are stored as JSON. The deployed functions read them so: a parser of YAML would be a fourth of their code.
 *
 * @param origin where they are from, for the message
 * @throws BadSettingsError naming every fault
 */
export const parseSettingsJson = (text: string, origin: string): Settings => {
  const checked = checkSettings(parseJson(text, origin));
  if ('settings' in checked) return checked.settings;
  const faults = checked.faults.map(({ path, cause }) => ({ place: path.join('.'), cause }));
  throw new BadSettingsError(origin, faults);
};
