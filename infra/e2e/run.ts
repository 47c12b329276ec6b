import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { exampleAccount } from '../../shared/events/example.ts';
import { trailwarden } from './checks/trailwarden.ts';
import { type Connection, clientsOf } from './connection.ts';
import { deployTrailwarden } from './deploy-trailwarden.ts';
import { startFakeCloudTrail } from './fake-cloudtrail.ts';
import { startFakeSlack } from './fake-slack.ts';
import { handOver, type Installation } from './installation.ts';
import { type Latency, measureLatency } from './latency.ts';
import { installMiniStack } from './ministack/install.ts';
import { startMiniStack } from './ministack/launch.ts';
import { projectFolder, workFolder } from './paths.ts';
import { refusalsIn } from './refusals.ts';
import { ProgramFailedError, runProgram } from './run-program.ts';
import { patchTestBed } from './test-bed.ts';

const vitestReport = join(workFolder, 'vitest.json');
const resultsFile = join(workFolder, 'results.json');
const seconds: Record<string, number> = {};

/** Does one step of the run, and says what and how long. */
const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  console.log(`e2e: ${name} …`);
  const start = performance.now();
  try {
    return await work();
  } finally {
    const passed = (performance.now() - start) / 1000;
    seconds[name] = Number(passed.toFixed(1));
    console.log(`e2e: ${name}: ${passed.toFixed(1)} s`);
  }
};

/** Totals of the checks, under the names that vitest's own report has. */
interface Totals {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

const readTotals = async (): Promise<Totals> => {
  const report = JSON.parse(await readFile(vitestReport, 'utf8')) as Totals;
  const { numTotalTests, numPassedTests, numFailedTests, numPendingTests, success } = report;
  return { numTotalTests, numPassedTests, numFailedTests, numPendingTests, success };
};

/** Runs the checks; vitest prints their results itself. */
const runChecks = async (installation: Installation): Promise<Totals> => {
  const program = join(projectFolder, 'node_modules', '.bin', 'vitest');
  try {
    await runProgram(program, ['--run', '--config', 'infra/e2e/vitest.config.ts'], {
      cwd: projectFolder,
      env: {
        ...process.env,
        ...handOver(installation),
        PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
      },
      show: true,
      timeout: 300_000,
    });
  } catch (error) {
    // Failed checks are in the report; without one, vitest itself has failed.
    if (!(error instanceof ProgramFailedError) || !existsSync(vitestReport)) throw error;
  }
  return readTotals();
};

const print = ({ events, toFinding, toAlert, toCard }: Latency): void => {
  const line = (what: string, { p50, p95, max }: Latency['toFinding']) =>
    console.log(`  ${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms`);
  console.log(`e2e: latency of ${events} events, one at a time, warm, from the return of PutEvents`);
  line('until the finding can be read', toFinding);
  line('until it is marked as told (after SNS has the alert)', toAlert);
  line('until Slack has the card', toCard);
};

const messagesOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? [`${error.name}: ${error.message}`, ...(error.cause === undefined ? [] : messagesOf(error.cause))]
    : [String(error)];

/** Ends what was started, in the reverse order; also when the run is interrupted. */
const started: (() => Promise<void>)[] = [];
const stopAll = async (): Promise<void> => {
  for (let stop = started.pop(); stop !== undefined; stop = started.pop()) await stop();
};

const startAws = async (cloudTrail: string): Promise<Connection> => {
  const python = await step('install MiniStack', installMiniStack);
  const identity = { accountId: exampleAccount, region: 'us-east-1' };
  const ministack = await step('start MiniStack', () =>
    startMiniStack(python, {
      ...identity,
      functionEnvironment: { SLACK_ALLOW_LOOPBACK: 'true', AWS_ENDPOINT_URL_CLOUDTRAIL: cloudTrail },
    }),
  );
  started.push(ministack.stop);
  return { ...identity, endpoint: ministack.endpoint };
};

const measure = async (installation: Installation): Promise<Latency> => {
  Object.assign(process.env, handOver(installation));
  const latency = await step('measure', () => measureLatency(trailwarden(), 200));
  print(latency);
  return latency;
};

/** For `.ci/run`, which adds the totals up. */
const writeResults = (results: Totals & Record<string, unknown>): Promise<void> =>
  writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);

const run = async (): Promise<boolean> => {
  await mkdir(workFolder, { recursive: true });
  await Promise.all(
    ['results.json', 'vitest.json'].map((name) => rm(join(workFolder, name), { force: true })),
  );
  const cloudTrail = await startFakeCloudTrail();
  started.push(cloudTrail.stop);
  const connection = await startAws(cloudTrail.origin);
  cloudTrail.forwardTo(connection.endpoint);
  const slack = await startFakeSlack();
  started.push(slack.stop);
  const installation = await step('deploy', () =>
    deployTrailwarden(connection, { slack: slack.origin, cloudTrail: cloudTrail.origin }),
  );
  await patchTestBed(clientsOf(installation), installation);
  const tests = await step('check', () => runChecks(installation));
  // For now: should the measurement fail, the checks have still been counted.
  await writeResults({ ...tests, success: false, seconds });
  const latency = tests.success ? await measure(installation) : undefined;
  const refusals = await refusalsIn(join(workFolder, 'ministack.log'));
  for (const refusal of refusals) console.error(`e2e: IAM refused a function: ${refusal}`);
  const success = tests.success && tests.numPassedTests === tests.numTotalTests && refusals.length === 0;
  await writeResults({ ...tests, success, latency, refusals, seconds });
  console.log(
    `e2e: ${tests.numPassedTests} of ${tests.numTotalTests} checks passed, ${refusals.length} calls refused by IAM`,
  );
  return success;
};

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    console.error(`e2e: ${signal}: stopping`);
    void stopAll().finally(() => process.exit(code));
  });
}

try {
  if (!(await run())) process.exitCode = 1;
} catch (error) {
  console.error(`e2e: failed: ${messagesOf(error).join('\ncaused by: ')}`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
