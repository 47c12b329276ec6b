import type { Command } from 'commander';
import { loadCustomRules } from '../custom-rules/load-rules.ts';
import { noteLines, refusedLines } from '../custom-rules/tell-refused.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings/read-settings.ts';
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

/** Adds `tw config check|schema`. */
export const registerConfig = (program: Command): void => {
  const config = program.command('config').description('the configuration file: check it, print its schema');
  config
    .command('check')
    .description('read a configuration file as the monitor does, and tell every fault')
    .argument('<file>', 'YAML or JSON, see docs/configuration.md')
    .action(check);
  config
    .command('schema')
    .description('print the JSON Schema that editors check the file with')
    .action(() => {
      process.stdout.write(settingsSchemaText());
    });
};
