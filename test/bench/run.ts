import { benchHostile } from './hostile.bench.ts';
import { benchPolicy } from './policy.bench.ts';
import { benchRules } from './rules.bench.ts';
import { benchScan } from './scan.bench.ts';
import { benchStream } from './stream.bench.ts';

await benchPolicy();
await benchHostile();
await benchRules();
await benchScan();
await benchStream();
