import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { rules as catalogue } from '../../../shared/rules/catalogue.ts';
import { countByService } from '../../../shared/rules/coverage/count.ts';
import { type Coverage, type CoveredAction, coverageOf } from '../../../shared/rules/coverage/coverage.ts';
import { coveragePage } from '../../../shared/rules/coverage/coverage-page.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { borderless } from '../borderless.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { projectFolder } from '../rules/rule-files.ts';
import { painted } from '../terminal.ts';

interface CoverageOptions {
  readonly format: 'table' | 'json';
  readonly service?: string;
  readonly write?: boolean;
  readonly check?: boolean;
}

const pagePath = 'docs/coverage.md';
const right = (value: string | number) => ({ content: String(value), hAlign: 'right' as const });

const tableOf = (head: readonly unknown[], rows: readonly (readonly unknown[])[]): string => {
  const table = new Table({
    chars: borderless,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    // cli-table3's type knows text only; its heads may be cells like any other.
    head: head as string[],
  });
  for (const row of rows) table.push(row as string[]);
  // The last column is padded to its width: spaces that only get in the way of copying.
  return table.toString().replace(/ +$/gm, '');
};

const countColumns = ['rule', 'inventory', 'reason', 'planned', 'gap', 'actions', 'covered'];

const countsTable = (actions: readonly CoveredAction[]): string =>
  tableOf(
    [painted('bold', 'service'), ...countColumns.map((column) => right(painted('bold', column)))],
    countByService(actions).map(({ service, counts, total, covered }) => [
      service,
      ...[counts.rule, counts.inventory, counts.reason, counts.planned, counts.gap, total].map(right),
      right(`${covered} %`),
    ]),
  );

const actionsTable = (actions: readonly CoveredAction[]): string =>
  tableOf(
    ['action', 'level', 'status', 'rules or reason'].map((column) => painted('bold', column)),
    actions.map(({ action, level, status, rules, reason }) => [
      action,
      level,
      status,
      reason ?? rules.join('\n'),
    ]),
  );

const closingLine = (actions: readonly CoveredAction[]): string => {
  const all = countByService(actions).find(({ service }) => service === 'all');
  const { gap = 0, planned = 0 } = all?.counts ?? {};
  const waiting = planned === 0 ? '' : ` ${planned} wait for rules that are not written yet.`;
  const missing = gap === 0 ? 'none without a rule or a reason' : `${gap} without a rule or a reason`;
  return `${actions.length} actions, ${missing}; ${all?.covered ?? 100} % covered.${waiting}`;
};

const ofService = (actions: readonly CoveredAction[], service: string): readonly CoveredAction[] => {
  const services = [...new Set(actions.map((action) => action.service))].sort();
  if (services.includes(service)) return actions.filter((action) => action.service === service);
  const meant = nearest(service, services)[0];
  throw new UsageError(
    `There is no service "${service}" in the list.${meant ? ` Did you mean ${meant}?` : ''}`,
    `Services: ${services.join(', ')}.`,
  );
};

const asJson = (actions: readonly CoveredAction[], { faults }: Coverage) => ({
  services: countByService(actions).map(({ counts, ...rest }) => ({ ...rest, ...counts })),
  actions,
  faults,
});

const print = (coverage: Coverage, { format, service }: CoverageOptions): void => {
  const actions = service === undefined ? coverage.actions : ofService(coverage.actions, service);
  if (format === 'json') process.stdout.write(`${JSON.stringify(asJson(actions, coverage), null, 2)}\n`);
  else {
    if (service !== undefined) process.stdout.write(`${actionsTable(actions)}\n`);
    process.stdout.write(`${countsTable(actions)}\n`);
    for (const fault of coverage.faults) process.stdout.write(`${fault}\n`);
    process.stdout.write(`\n${closingLine(actions)}\n`);
    if (service === undefined) process.stdout.write('Next: tw coverage --service iam\n');
  }
  if (coverage.faults.length > 0) endWith(exitCodes.findings);
};

const isCurrent = (path: string, page: string): boolean => {
  try {
    return readFileSync(path, 'utf8') === page;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
};

const check = (page: string, { faults }: Coverage): void => {
  const stale = isCurrent(join(projectFolder, pagePath), page)
    ? []
    : [`stale: ${pagePath}`, 'Run `npm run rules:docs` and commit what it writes.'];
  const lines = [...faults, ...stale];
  if (lines.length === 0) return;
  process.stdout.write(`${lines.join('\n')}\n`);
  endWith(exitCodes.findings);
};

const showCoverage = (options: CoverageOptions): void => {
  const coverage = coverageOf(catalogue);
  const page = coveragePage(coverage);
  if (options.write) writeFileSync(join(projectFolder, pagePath), page);
  else if (options.check) check(page, coverage);
  else print(coverage, options);
};

/** Adds `tw coverage`. */
export const registerCoverage = (program: Command): void => {
  program
    .command('coverage')
    .description(
      'which AWS actions have rules, and why the others have none; ends with 1 when one has neither',
    )
    .option('--service <service>', 'only this service, action by action, e.g. iam')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .addOption(new Option('--write', `write ${pagePath}`).conflicts('check'))
    .option(
      '--check',
      `write nothing; end with 1 when ${pagePath} is not current or an action has neither rule nor reason`,
    )
    .action(showCoverage);
};
