import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { escalationGraph } from '../../../shared/account/escalation/escalation-graph.ts';
import {
  type AccountFolder,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { faultText } from '../../../shared/adapters/files/account-folder/read-file.ts';
import { cleanLine } from '../../../shared/text/clean.ts';
import { CliError, messageOf, UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { parseAt } from '../review/options.ts';
import { type GraphDocument, graphDocument, reachers } from './graph-document.ts';
import { graphDot } from './graph-dot.ts';
import { graphHtml } from './graph-html.ts';

interface GraphOptions {
  readonly from: string;
  readonly at?: string;
  readonly format: 'table' | 'json' | 'dot' | 'html';
}

const examples = `
Reads account-authorization-details.json as the AWS command line writes it:
  $ aws iam get-account-authorization-details > account/account-authorization-details.json

Examples:
  $ tw account graph --from ./account
  $ tw account graph --from ./account --format html > graph.html
  $ tw account graph --from ./account --format dot | dot -Tsvg > graph.svg
  $ tw account graph --from ./account --format json | jq '.principals[] | select(.stepsToAdministrator == 1) | .arn'

Exit codes: 0 nobody else becomes administrator, 1 somebody does, 2 usage, 3 something could not be read.`;

const readFolder = (path: string): Promise<AccountFolder> =>
  readAccountFolder(path).catch((error: unknown) => {
    if (error instanceof NoSuchFolderError) throw new UsageError(error.message, 'Check --from.');
    throw new CliError(messageOf(error));
  });

const shortName = (arn: string): string => cleanLine(arn.split(':').slice(5).join(':') || arn);

const asTable = (document: GraphDocument): string => {
  const { counts, account, unread } = document;
  const rows = reachers(document);
  const table = new Table({ head: ['WHO', 'STEPS', 'HOW'], style: { head: [], border: [] }, wordWrap: true });
  for (const { arn, stepsToAdministrator, route } of rows)
    table.push([
      shortName(arn),
      String(stepsToAdministrator),
      route
        .map(({ path, to, conditions }) => {
          const when = conditions.length === 0 ? '' : ` (if ${cleanLine(conditions.join('; '))})`;
          return `${path} → ${to === 'administrator' ? to : shortName(to)}${when}`;
        })
        .join('\n'),
    ]);
  const lines = [
    ...(rows.length === 0 ? [] : [table.toString()]),
    `Account ${account ?? '(not named)'}: ${counts.reachAdministrator} of ${counts.principals} users and roles can become administrator without being one; ${counts.administrators} are.`,
    ...(unread.length === 0
      ? []
      : [`${unread.length} policies could not be read; who holds them may reach more.`]),
  ];
  return `${lines.join('\n')}\n`;
};

const printers: Readonly<Record<GraphOptions['format'], (document: GraphDocument) => string>> = {
  table: asTable,
  json: (document) => `${JSON.stringify(document, null, 2)}\n`,
  dot: graphDot,
  html: graphHtml,
};

const graph = async ({ from, at: atText, format }: GraphOptions): Promise<void> => {
  const { snapshot, faults } = await readFolder(from);
  const { authorization } = snapshot.sources;
  for (const fault of faults) process.stderr.write(`not read: ${cleanLine(faultText(fault))}\n`);
  if (authorization.status === 'unavailable')
    throw new CliError(`The authorization details cannot be used: ${authorization.cause}`, {
      fix: 'Write them with: aws iam get-account-authorization-details > account-authorization-details.json',
    });
  const at = new Date(
    atText === undefined ? Date.parse(authorization.readAt) : parseAt(atText),
  ).toISOString();
  const document = graphDocument(escalationGraph(authorization.value, at), {
    account: snapshot.accountId,
    at,
  });
  process.stdout.write(printers[format](document));
  if (document.counts.reachAdministrator > 0) endWith(exitCodes.findings);
  if (document.unread.length > 0) endWith(exitCodes.unchecked);
};

/** Adds `tw account graph`. */
export const addGraph = (account: Command): void => {
  account
    .command('graph')
    .description('who of an account can become whom, and how many steps it is to administrator')
    .requiredOption('--from <dir>', 'folder of files as the AWS command line writes them')
    .option('--at <time>', 'the time at which it is asked, ISO 8601; left out, when the files were written')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['table', 'json', 'dot', 'html'])
        .default('table'),
    )
    .addHelpText('after', examples)
    .action(graph);
};
