import { type Command, Option } from 'commander';
import type { AccountFolder } from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import {
  type CheckResult,
  type JudgedFramework,
  judgeFramework,
} from '../../../shared/compliance/control-status.ts';
import { type FrameworkId, frameworkIds } from '../../../shared/compliance/framework.ts';
import { frameworkOf } from '../../../shared/compliance/mapped-control.ts';
import { profileOfFramework } from '../../../shared/compliance/profile.ts';
import { defaultSettings, type Settings } from '../../../shared/config/check-settings.ts';
import { type Language, languages } from '../../../shared/i18n/language.ts';
import { checks } from '../../../shared/review/checks/index.ts';
import { criteriaOf } from '../../../shared/review/criteria.ts';
import { judgeWith } from '../../../shared/review/run-checks.ts';
import { noVerdicts, withVerdicts } from '../../../shared/review/verdict-counts.ts';
import { complianceTable } from '../compliance/compliance-table.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { parseAt } from '../review/options.ts';
import { readAccount, tellProblems } from '../review/read-account.ts';
import { readSettings } from '../settings/read-settings.ts';

interface ComplianceOptions {
  readonly from: string;
  readonly at?: string;
  readonly framework: FrameworkId;
  readonly settings?: string;
  readonly lang: Language;
  readonly format: 'table' | 'json';
}

const examples = `
Judges the same files as tw review, by the thresholds of the framework, and says what became of each of its controls.

Examples:
  $ tw compliance --from ./account --framework cis-aws-7.0
  $ tw compliance --from ./account --framework kisa-isms-p-2023 --lang ko

Exit codes: 0 no control fails, 1 a control fails, 2 the command line is wrong, 3 none fails and something could not be evaluated.`;

const judged = (
  framework: FrameworkId,
  { snapshot }: AccountFolder,
  settings: Settings,
  at: number,
): JudgedFramework => {
  const criteria = criteriaOf(settings.review, settings.account, profileOfFramework[framework]);
  const judge = judgeWith(snapshot, criteria, at);
  const results = new Map<string, CheckResult>(
    checks.map((check) => [check.id, withVerdicts(noVerdicts, judge(check))]),
  );
  return judgeFramework(frameworkOf(framework), (id) => results.get(id));
};

const exitWith = ({ score: { counts } }: JudgedFramework): void => {
  if (counts.FAIL > 0) endWith(exitCodes.findings);
  else if (counts.NOT_EVALUATED > 0) endWith(exitCodes.unchecked);
};

const compliance = async (options: ComplianceOptions): Promise<void> => {
  const at = options.at === undefined ? Date.now() : parseAt(options.at);
  const settings = options.settings === undefined ? defaultSettings : await readSettings(options.settings);
  const folder = await readAccount(options.from);
  tellProblems(folder);
  const result = judged(options.framework, folder, settings, at);
  const text =
    options.format === 'json' ? JSON.stringify(result, null, 2) : complianceTable(result, options.lang);
  process.stdout.write(`${text}\n`);
  exitWith(result);
};

/** Adds `tw compliance`. */
export const registerCompliance = (program: Command): void => {
  program
    .command('compliance')
    .description('what the state of an account means for a compliance framework, control by control')
    .requiredOption(
      '--from <folder>',
      'folder of files as the AWS command line writes them, or a snapshot (.json.gz) of the nightly review',
    )
    .addOption(new Option('--framework <id>', 'which framework').choices(frameworkIds).default('cis-aws-7.0'))
    .option('--at <time>', 'judge as of this time (ISO 8601); default: now')
    .option('--settings <file>', 'thresholds, tags of owners, what may be (docs/configuration.md)')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en'))
    .addOption(new Option('--format <format>', 'table or json').choices(['table', 'json']).default('table'))
    .addHelpText('after', examples)
    .action(compliance);
};
