import type { SettingsNews } from '../../shared/app/settings-in-force.ts';
import type { Settings } from '../../shared/config/check-settings.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { count, logger } from '../../shared/runtime/observability.ts';
import type { Tell } from './wire.ts';

/** The rules that are off, by the settings that they lack. */
const rulesOff = ({ account }: Settings): Readonly<Record<string, readonly string[]>> => {
  const missing = rules.flatMap(({ id, needs = [] }) =>
    needs.filter((name) => account[name] === undefined).map((name) => ({ id, name })),
  );
  const bySetting = Map.groupBy(missing, ({ name }) => name);
  return Object.fromEntries([...bySetting].map(([name, list]) => [name, list.map(({ id }) => id)]));
};

const settings = (news: SettingsNews): void => {
  if (news.kind === 'in-force') {
    const { version, settings: inForce } = news;
    logger.info(version === 0 ? 'no settings are stored' : 'settings in force', {
      version,
      addressFiles: inForce.addressFiles,
      rulesOff: rulesOff(inForce),
    });
    return;
  }
  if (news.kind === 'refused') {
    const { version, inForce, cause } = news;
    count('SettingsRefused');
    logger.error('settings refused: the last good version stays in force', { version, inForce, cause });
    return;
  }
  count('SettingsUnread');
  logger.error('settings could not be read: those in force stay', {
    inForce: news.inForce,
    cause: news.cause,
  });
};

const addressFile = (file: string, error: unknown): void => {
  count('AddressFileUnread');
  logger.error('address file could not be read again: the one that is known stays in use', {
    file,
    error: error as Error,
  });
};

/** Log and metrics. */
export const tell: Tell = { settings, addressFile };
