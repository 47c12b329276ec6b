import type { Command } from 'commander';
import type { SourceName } from '../../../shared/account/snapshot.ts';
import { sourceNames } from '../../../shared/account/source-calls.ts';
import { readCollection } from '../../../shared/adapters/files/account-folder/read-collection.ts';
import { defaultSettings } from '../../../shared/config/check-settings.ts';
import { criteriaOf } from '../../../shared/review/criteria.ts';
import { collectFolder } from '../collect/collect-folder.ts';
import { gapLines, gapsIn, summaryLines } from '../collect/summary.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings/read-settings.ts';
import { painted } from '../terminal.ts';

interface CollectOptions {
  readonly to: string;
  readonly profile?: string;
  readonly region?: string;
  readonly settings?: string;
  readonly accessAdvisor?: boolean;
}

const examples = `
Reads an account with credentials that may read (the AWS managed policy SecurityAudit is enough) into a folder of files as the AWS command line
writes them: docs/review.md lists them, and the calls. It changes nothing; AWS makes a new credential report when there is none of the last four hours. What
may not be read is said, and leaves its checks open. A run that was cut off goes on where it was.

Examples:
  $ tw collect --to ./account
  $ tw collect --to ./account --profile audit --access-advisor
  $ tw collect --to ./account && tw review --from ./account

Exit codes: 0 everything was read, 2 the command line is wrong, 3 something could not be read.`;

const collect = async (options: CollectOptions): Promise<void> => {
  const started = performance.now();
  const settings = options.settings === undefined ? defaultSettings : await readSettings(options.settings);
  const { regionsInUse } = settings.account;
  const { collection, calls, identity } = await collectFolder({
    to: options.to,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(regionsInUse === undefined ? {} : { regions: regionsInUse }),
    ...(options.accessAdvisor ? { access: criteriaOf(settings.review, settings.account) } : {}),
  });
  const { snapshot } = await readCollection(collection);
  const notAsked: readonly SourceName[] = [
    'recordedCalls',
    ...(options.accessAdvisor ? [] : (['serviceAccess'] as const)),
  ];
  const gaps = gapsIn(snapshot, notAsked);
  const asked = sourceNames.length - notAsked.length;
  const seconds = (performance.now() - started) / 1000;
  if (gaps.length > 0) process.stdout.write(`${painted('yellow', 'NOT READ')}\n${gapLines(gaps)}\n\n`);
  process.stdout.write(`${summaryLines({ accountId: identity.accountId, asked, gaps, calls, seconds })}\n`);
  if (!options.accessAdvisor)
    process.stdout.write('Services last accessed were not asked for: --access-advisor.\n');
  process.stdout.write(`Next: tw review --from ${options.to}\n`);
  if (gaps.length > 0) endWith(exitCodes.unchecked);
};

/** Adds `tw collect`. */
export const registerCollect = (program: Command): void => {
  program
    .command('collect')
    .description('read an account from AWS into a folder for tw review; changes nothing')
    .requiredOption('--to <folder>', 'a new or empty folder, or one that tw collect has written')
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--region <name>', 'Region that is asked about what is in no Region')
    .option('--settings <file>', 'Regions in use, and thresholds (docs/configuration.md)')
    .option('--access-advisor', 'also ask which services users and roles last accessed: three calls each')
    .addHelpText('after', examples)
    .action(collect);
};
