#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Half of the time that a short command takes is reading its TypeScript; what was read once is kept beside the packages. Where that cannot be written,
// nothing is kept. Worker threads learn of it by the environment.
const cache = join(import.meta.dirname, '../../node_modules/.cache/trailwarden');
enableCompileCache(cache);
process.env['NODE_COMPILE_CACHE'] ??= cache;

// Only now, since what is imported statically is read before the first line runs.
const { runCommandLine } = await import('./program.ts');
await runCommandLine(process.argv.slice(2));
