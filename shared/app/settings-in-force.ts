import {
  BadSettingsError,
  defaultSettings,
  parseSettingsJson,
  type Settings,
} from '../config/check-settings.ts';
import {
  type SettingsSource,
  SettingsUnreadableError,
  type StoredSettings,
} from '../config/settings-source.ts';
import type { SettingsFault } from '../rules/facts.ts';

/** The settings that rules are run with. */
export interface SettingsInForce {
  readonly settings: Settings;
  /** Of the stored settings; 0 when none were ever in force. */
  readonly version: number;
  /** When there are stored settings and none of them is in force. */
  readonly fault?: SettingsFault;
}

/** What a process says of its settings. */
export type SettingsNews =
  | { readonly kind: 'in-force'; readonly version: number; readonly settings: Settings }
  /** The version is wrong; `inForce` stays, 0 when there is none. */
  | { readonly kind: 'refused'; readonly version: number; readonly inForce: number; readonly cause: string }
  | { readonly kind: 'unread'; readonly inForce: number; readonly cause: string };

interface Keeping {
  readonly source: SettingsSource;
  /** Epoch milliseconds. */
  now(): number;
  /** Hears of each version that comes into force, and at each look of what is wrong. */
  tell(news: SettingsNews): void;
}

/** An installation without stored settings: the rules that need one are off, which is said once. */
export const noStoredSettings = (tell: Keeping['tell']): (() => Promise<SettingsInForce>) => {
  let isTold = false;
  return async () => {
    if (!isTold) tell({ kind: 'in-force', version: 0, settings: defaultSettings });
    isTold = true;
    return { settings: defaultSettings, version: 0 };
  };
};

const minute = 60_000;
const lookEvery = 5 * minute;
/** When nothing is known yet, each event waits for it. */
const lookWhenUnknown = minute / 4;
/** How many older versions a process looks through when it starts with a bad one. */
const olderVersions = 10;

const parse = ({ version, text }: StoredSettings, { name }: SettingsSource): SettingsInForce => ({
  settings: parseSettingsJson(text, `${name}:${version}`),
  version,
});

const parseIfGood = (stored: StoredSettings, source: SettingsSource): SettingsInForce | undefined => {
  try {
    return parse(stored, source);
  } catch (error) {
    if (error instanceof BadSettingsError) return undefined;
    throw error;
  }
};

/** The newest good version before one, so that a process that starts runs with what the others run with. */
const lastGoodBefore = async (bad: number, source: SettingsSource): Promise<SettingsInForce | undefined> => {
  for (let version = bad - 1; version > 0 && version >= bad - olderVersions; version -= 1) {
    const stored = await source.version(version);
    const good = stored && parseIfGood(stored, source);
    if (good) return good;
  }
  return undefined;
};

const unknown = (cause: string, isTransient: boolean): SettingsInForce => ({
  settings: defaultSettings,
  version: 0,
  fault: { cause, ...(isTransient ? { transient: true } : {}) },
});

/** Looks at the stored settings once. */
const look = async (
  inForce: SettingsInForce | undefined,
  { source, tell }: Keeping,
): Promise<SettingsInForce> => {
  const latest = await source.latest();
  if (latest.version === inForce?.version) return inForce;
  try {
    const next = parse(latest, source);
    tell({ kind: 'in-force', version: next.version, settings: next.settings });
    return next;
  } catch (error) {
    if (!(error instanceof BadSettingsError)) throw error;
    const good = inForce ?? (await lastGoodBefore(latest.version, source));
    tell({
      kind: 'refused',
      version: latest.version,
      inForce: good?.version ?? 0,
      cause: error.message,
    });
    if (good && !inForce) tell({ kind: 'in-force', version: good.version, settings: good.settings });
    return good ?? unknown(error.message, false);
  }
};

/**
 * Keeps the settings of a process: read when they are first asked for and every five minutes. A version that is wrong is refused and told at each
 * look, and the last good one stays in force. Where there is none, and where they were never readable, that is a fault of every rule that needs a
 * setting, and not "off".
 */
export const settingsInForce = (keeping: Keeping): (() => Promise<SettingsInForce>) => {
  const { now, tell } = keeping;
  let known: SettingsInForce | undefined;
  let looking: Promise<SettingsInForce> | undefined;
  let lookAt = Number.NEGATIVE_INFINITY;

  const settled = (): SettingsInForce | undefined => (known?.fault ? undefined : known);

  const stay = (error: unknown): SettingsInForce => {
    if (!(error instanceof SettingsUnreadableError)) throw error;
    tell({ kind: 'unread', inForce: settled()?.version ?? 0, cause: error.message });
    return settled() ?? unknown(error.message, error.isTransient);
  };

  return async () => {
    if (known && now() < lookAt) return known;
    looking ??= look(settled(), keeping)
      .catch(stay)
      .finally(() => {
        looking = undefined;
      });
    known = await looking;
    lookAt = now() + (known.fault ? lookWhenUnknown : lookEvery);
    return known;
  };
};
