import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { BadSettingsError, type Settings } from '../../../shared/config/check-settings.ts';
import { parseSettings } from '../../../shared/config/settings.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { unreadableFile } from '../unreadable-file.ts';

/**
 * Reads a configuration file as it is written.
 *
 * @throws UsageError when there is no such file, or when it cannot be used
 */
export const readWrittenSettings = async (path: string): Promise<Settings> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadableFile(path, error, 'Name a file as docs/trailwarden.example.yaml shows it.');
  });
  try {
    return parseSettings(text, path);
  } catch (error) {
    if (!(error instanceof BadSettingsError)) throw error;
    throw new UsageError(error.message.split('\n').map(terminalText).join('\n'));
  }
};

/** As `readWrittenSettings`; the paths in it become absolute. */
export const readSettings = async (path: string): Promise<Settings> => {
  const { addressFiles, customRules, ...others } = await readWrittenSettings(path);
  const folder = dirname(path);
  return {
    ...others,
    addressFiles: addressFiles.map((file) => (file.startsWith('s3://') ? file : resolve(folder, file))),
    ...(customRules === undefined ? {} : { customRules: resolve(folder, customRules) }),
  };
};
