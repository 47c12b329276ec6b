import type { Command } from 'commander';
import { endWith, exitCodes } from '../exit-codes.ts';
import { findStaleFiles, refresh } from './generated-files.ts';

const docs = async ({ check = false }: { readonly check?: boolean }): Promise<void> => {
  const stale = await findStaleFiles();
  if (stale.length === 0) {
    process.stdout.write('The generated files are current.\n');
    return;
  }
  if (!check) refresh(stale);
  for (const { path, text } of stale) {
    const done = text === undefined ? 'removed' : 'wrote';
    process.stdout.write(`${check ? 'stale:' : done} ${path}\n`);
  }
  if (!check) return;
  process.stdout.write('Run `npm run rules:docs` and commit what it writes.\n');
  endWith(exitCodes.findings);
};

/** Adds `tw rules docs`. */
export const addDocs = (rules: Command): void => {
  rules
    .command('docs')
    .description('write the index of the catalogue and the pages in docs/rules from the rules')
    .option('--check', 'write nothing; end with 1 and name the files that are not current')
    .action(docs);
};
