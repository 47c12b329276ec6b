#!/usr/bin/env node
import { createRequire } from 'node:module';
import { registerExplain } from './commands/explain.ts';
import { registerRules } from './commands/rules.ts';
import { registerScan } from './commands/scan.ts';
import { createProgram, endQuietlyOnClosedPipe, runProgram } from './run.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

endQuietlyOnClosedPipe();
const program = createProgram(version);
registerScan(program);
registerExplain(program);
registerRules(program);
await runProgram(program, process.argv.slice(2));
