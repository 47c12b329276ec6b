import { benchRules } from './rules.bench.ts';
import { benchScan } from './scan.bench.ts';

await benchRules();
benchScan();
