/** One version of the stored settings. Versions count from 1; a version never changes. */
export interface StoredSettings {
  readonly version: number;
  /** JSON. */
  readonly text: string;
}

/** The settings cannot be read; the message names the store and what to do. */
export class SettingsUnreadableError extends Error {
  override readonly name = 'SettingsUnreadableError';
  /** Whether they may be readable a little later. */
  readonly isTransient: boolean;

  constructor(message: string, isTransient: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isTransient = isTransient;
  }
}

/** Where the settings of a deployed monitor are stored. Both methods throw `SettingsUnreadableError`. */
export interface SettingsSource {
  /** What messages call it. */
  readonly name: string;
  latest(): Promise<StoredSettings>;
  /** An older version; undefined when it is not kept any more. */
  version(version: number): Promise<StoredSettings | undefined>;
}
