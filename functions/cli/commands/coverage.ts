import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { rules as catalogue } from '../../../shared/rules/catalogue.ts';
import { countByService } from '../../../shared/rules/coverage/count.ts';
import { type Coverage, type CoveredAction, coverageOf } from '../../../shared/rules/coverage/coverage.ts';
import { coveragePage } from '../../../shared/rules/coverage/coverage-page.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { projectFolder } from '../rules/rule-files.ts';

interface CoverageOptions {
  readonly format: 'table' | 'json';
  readonly service?: string;
  readonly write?: boolean;
  readonly check?: boolean;
}

const pagePath = 'docs/coverage.md';
const right = { hAlign: 'right' } as const;
const numeric = (value: string | number) => ({ content: String(value), ...right });
const plain = { head: [], border: [] };

const countsTable = (actions: readonly CoveredAction[]): string => {
  const heads = ['rule', 'inventory', 'planned', 'reason', 'gap', 'actions', 'explained'];
  const table = new Table({ head: ['service', ...heads.map(numeric)] as string[], style: plain });
  for (const { service, counts, total, percent } of countByService(actions)) {
    const { rule, inventory, planned, reason, gap } = counts;
    table.push([service, ...[rule, inventory, planned, reason, gap, total, `${percent} %`].map(numeric)]);
  }
  return table.toString();
};

const actionsTable = (actions: readonly CoveredAction[]): string => {
  const table = new Table({ head: ['action', 'level', 'status', 'rules or reason'], style: plain });
  for (const { action, level, status, rules, reason } of actions)
    table.push([action, level, status, reason ?? rules.join('\n')]);
  return table.toString();
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
  services: countByService(actions).map(({ service, counts, total, percent }) => ({
    service,
    ...counts,
    total,
    percent,
  })),
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

const checkPage = (page: string): void => {
  if (isCurrent(join(projectFolder, pagePath), page)) return;
  process.stdout.write(`stale: ${pagePath}\nRun \`npm run rules:docs\` and commit what it writes.\n`);
  endWith(exitCodes.findings);
};

const showCoverage = (options: CoverageOptions): void => {
  const coverage = coverageOf(catalogue);
  const page = coveragePage(coverage);
  if (options.write) writeFileSync(join(projectFolder, pagePath), page);
  else if (options.check) checkPage(page);
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
    .option('--check', `write nothing; end with 1 when ${pagePath} is not current`)
    .action(showCoverage);
};
