import type { Command } from 'commander';
import { storableSettings, UnstorableSettingsError } from '../../../shared/config/stored-settings.ts';
import { loadCustomRules } from '../custom-rules/load-rules.ts';
import { noteLines, refusedLines } from '../custom-rules/tell-refused.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { readSettings, readWrittenSettings } from '../settings/read-settings.ts';
import { settingsSchemaText } from '../settings/settings-docs.ts';

const checkRules = (folder: string): void => {
  const loaded = loadCustomRules(folder);
  const lines = [...refusedLines(loaded, process.stdout), ...noteLines(loaded, process.stdout)];
  for (const line of lines) process.stdout.write(`${line}\n`);
  const { rules, refused } = loaded;
  process.stdout.write(`Custom rules: ${rules.length} from ${folder}, ${refused.length} refused.\n`);
  if (refused.length > 0) endWith(exitCodes.findings);
};

const check = async (path: string): Promise<void> => {
  const { account, addressFiles, customRules } = await readSettings(path);
  const names = Object.keys(account);
  const set = names.length === 0 ? 'nothing' : names.join(', ');
  process.stdout.write(
    `${path} is right. It sets ${set}; address files: ${addressFiles.join(', ') || 'none'}.\n`,
  );
  if (customRules !== undefined) checkRules(customRules);
};

/** JSON goes to standard output; what a person should know beside it, to standard error. */
const printJson = async (path: string): Promise<void> => {
  try {
    const { text, tier } = storableSettings(await readWrittenSettings(path));
    if (tier !== 'Standard')
      process.stderr.write(`${text.length} characters: store it with --tier ${tier} (0.05 USD a month).\n`);
    process.stdout.write(`${text}\n`);
  } catch (error) {
    if (error instanceof UnstorableSettingsError) throw new UsageError(`${path}: ${error.message}.`);
    throw error;
  }
};

/** Adds `tw config check|json|schema`. */
export const registerConfig = (program: Command): void => {
  const config = program.command('config').description('the configuration file: check it, print its schema');
  config
    .command('check')
    .description('read a configuration file as the monitor does, and tell every fault')
    .argument('<file>', 'YAML or JSON, see docs/configuration.md')
    .action(check);
  config
    .command('json')
    .description('check a configuration file and print it as a deployed monitor stores it')
    .argument('<file>', 'YAML or JSON, see docs/configuration.md')
    .action(printJson);
  config
    .command('schema')
    .description('print the JSON Schema that editors check the file with')
    .action(() => {
      process.stdout.write(settingsSchemaText());
    });
};
