import type { Settings } from './check-settings.ts';

/** Settings cannot be stored for a deployed monitor; the message says why and what to do. */
export class UnstorableSettingsError extends Error {
  override readonly name = 'UnstorableSettingsError';
}

/**
 * Bytes that a parameter of SSM holds, by tier.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
const tiers = [
  ['Standard', 4096],
  ['Advanced', 8192],
] as const;

export type ParameterTierName = (typeof tiers)[number][0];

/** Settings as a deployed monitor keeps them. */
export interface StorableSettings {
  /** JSON. */
  readonly text: string;
  readonly tier: ParameterTierName;
}

/** A function has no folder of the settings file; what it can read is in S3, or in a layer under `/opt`. */
const isReachable = (file: string): boolean => file.startsWith('s3://') || file.startsWith('/opt/');

/**
 * Writes settings in the form in which a parameter holds them. The folder of custom rules is left out: custom rules are deployed, and not
 * read at run time.
 *
 * @throws UnstorableSettingsError when they are too large, or name an address file that no function could read
 */
export const storableSettings = (settings: Settings): StorableSettings => {
  const { customRules: _, ...others } = settings;
  const unreachable = settings.addressFiles.filter((file) => !isReachable(file));
  if (unreachable.length > 0)
    throw new UnstorableSettingsError(
      `addressFiles: ${unreachable.join(', ')}: a deployed function cannot read that. Put the file into S3 and name it s3://BUCKET/KEY, or into a layer and name it by its place under /opt/`,
    );
  const text = JSON.stringify(others);
  const bytes = new TextEncoder().encode(text).length;
  const fitting = tiers.find(([, most]) => bytes <= most);
  if (!fitting)
    throw new UnstorableSettingsError(
      `the settings are ${bytes} bytes as JSON, and a parameter of SSM holds ${tiers.at(-1)?.[1]}: shorten their lists (patterns of ARNs may hold "*" for whole parts)`,
    );
  return { text, tier: fitting[0] };
};
