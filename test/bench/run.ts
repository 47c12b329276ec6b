import { benchPolicy } from './policy.bench.ts';
import { benchRules } from './rules.bench.ts';
import { benchScan } from './scan.bench.ts';

await benchPolicy();
await benchRules();
benchScan();
