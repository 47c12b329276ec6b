import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { writeAccountFolder } from '../../fixtures/account/account-files.ts';
import { countCalls } from './count-calls.ts';
import { largeAccount } from './large-account.ts';

const users = 1000;
const sizes = [100, 1000, 5000];
const runs = 3;

const tellPeak = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))`;

interface Measured {
  readonly seconds: number;
  /** Resident, MiB. */
  readonly peak: number;
  readonly verdicts: number;
}

/** `tw review` as a whole process: start, reading the folder, all checks, one verdict a line. */
const measure = (folder: string): Measured => {
  const args = [
    'functions/cli/main.ts',
    'review',
    '--from',
    folder,
    '--at',
    '2026-03-04T05:06:08Z',
    '--format',
    'jsonl',
  ];
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', tellPeak, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - started) / 1000;
  // 3: sources are missing from the folder, so some checks stay open.
  if (status !== 3) throw new Error(`tw review ended with ${status}: ${stderr}`);
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  return { seconds, peak, verdicts: stdout.split('\n').length - 1 };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Target: 5,000 roles and 1,000 users in less than 60 s and 512 MB, and time that grows no faster than the account; calls grow with it. */
console.log(
  `review: roles as told and ${users} users, each with services last accessed; median of ${runs} runs`,
);
for (const roles of sizes) {
  const folder = writeAccountFolder(largeAccount(roles, users));
  try {
    const all = Array.from({ length: runs }, () => measure(folder));
    const seconds = median(all.map((one) => one.seconds));
    const peak = Math.max(...all.map((one) => one.peak));
    const { verdicts = 0 } = all[0] ?? {};
    const { account, access } = await countCalls(folder);
    console.log(
      `  ${String(roles).padStart(5)} roles  ${seconds.toFixed(1)} s  peak ${peak.toFixed(0)} MiB  ${verdicts} verdicts  ${((seconds * 1000) / (roles + users)).toFixed(2)} ms each user or role`,
    );
    console.log(
      `              API calls: ${account} and ${access} for services last accessed of one night in seven; ${((account + access) / (roles + users)).toFixed(2)} each user or role`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
