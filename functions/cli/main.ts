#!/usr/bin/env node
import { createRequire } from 'node:module';
import { registerRules } from './commands/rules.ts';
import { createProgram, endQuietlyOnClosedPipe, runProgram } from './run.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

endQuietlyOnClosedPipe();
const args = process.argv.slice(2);
const program = createProgram(version);
// `tw rules docs` mends the catalogue's index, so it must start without what imports the index.
if (args[0] !== 'rules') {
  const { registerScan } = await import('./commands/scan.ts');
  const { registerExplain } = await import('./commands/explain.ts');
  registerScan(program);
  registerExplain(program);
}
registerRules(program);
await runProgram(program, args);
