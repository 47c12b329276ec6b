#!/usr/bin/env node
import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { registerConfig } from './commands/config.ts';
import { registerPolicy } from './commands/policy.ts';
import { registerRules } from './commands/rules.ts';
import { createProgram, endQuietlyOnClosedPipe, runProgram } from './run.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** `tw rules docs` mends the catalogue's index, so it must start without what imports the index. */
const loadProgram = async (mendsIndex: boolean): Promise<Command> => {
  const program = createProgram(version);
  if (!mendsIndex) {
    const { registerScan } = await import('./commands/scan.ts');
    const { registerDemo } = await import('./commands/demo.ts');
    const { registerExplain } = await import('./commands/explain.ts');
    const { registerCoverage } = await import('./commands/coverage.ts');
    const { registerAccount } = await import('./commands/account.ts');
    const { registerDoctor } = await import('./commands/doctor.ts');
    const { registerHistory } = await import('./commands/history.ts');
    const { registerReview } = await import('./commands/review.ts');
    registerDemo(program);
    registerScan(program);
    registerReview(program);
    registerHistory(program);
    registerExplain(program);
    registerCoverage(program);
    registerDoctor(program);
    registerAccount(program);
  }
  registerRules(program);
  registerPolicy(program);
  registerConfig(program);
  return program;
};

endQuietlyOnClosedPipe();
const args = process.argv.slice(2);
await runProgram(loadProgram(args[0] === 'rules'), args);
