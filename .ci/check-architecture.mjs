// Checks who imports whom. Usage, in the folder to check: node .ci/check-architecture.mjs [configuration of dependency-cruiser]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');
const config = resolve(process.argv[2] ?? join(project, '.dependency-cruiser.mjs'));
const folders = ['functions', 'shared', 'infra', 'test'].filter((folder) => existsSync(folder));

/** What dependency-cruiser found, in its JSON format. */
const cruise = () => {
  const cruiser = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, ...folders, '--config', config, '--output-type', 'json'];
  // The reporter "json" lists every module: far more than the default of 1 MB.
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.status === 0) return JSON.parse(run.stdout);
  throw new Error(`dependency-cruiser ended with ${run.status ?? run.signal}: ${run.stderr || run.error}`);
};

const typeScriptFiles = () =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !/(^|\/)(node_modules|cdk\.out)\//.test(file)),
  );

const describe = ({ rule, from, to, cycle }, comments) => {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
  return `${rule.name}: ${path.join(' → ')}\n  ${comments.get(rule.name) ?? ''}\n`;
};

const { modules, summary } = cruise();
const seen = new Set(modules.map(({ source }) => source));
// Without its TypeScript parser dependency-cruiser sees no module, finds no fault and ends with 0.
const unseen = typeScriptFiles().filter((file) => !seen.has(file));
const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
const errors = summary.violations.filter(({ rule }) => rule.severity === 'error');

for (const violation of errors) process.stdout.write(`${describe(violation, comments)}\n`);
if (unseen.length > 0)
  process.stdout.write(
    `${unseen.length} TypeScript files were not looked at, among them ${unseen.slice(0, 3).join(', ')}.\n  Is @swc/core installed, and does the configuration leave nothing out?\n\n`,
  );
process.stdout.write(
  `${seen.size} modules, ${summary.totalDependenciesCruised} imports, ${errors.length} breaches.\n`,
);
process.exitCode = errors.length > 0 || unseen.length > 0 ? 1 : 0;
