import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { createProgram, endQuietlyOnClosedPipe, runProgram } from './run.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

type Register = (program: Command) => void;

/** What adds the commands, each loaded when it is needed: they take longer to load than most of them to run. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  demo: async () => (await import('./commands/demo.ts')).registerDemo,
  scan: async () => (await import('./commands/scan.ts')).registerScan,
  collect: async () => (await import('./commands/collect.ts')).registerCollect,
  review: async () => (await import('./commands/review.ts')).registerReview,
  compliance: async () => (await import('./commands/compliance.ts')).registerCompliance,
  history: async () => (await import('./commands/history.ts')).registerHistory,
  explain: async () => (await import('./commands/explain.ts')).registerExplain,
  coverage: async () => (await import('./commands/coverage.ts')).registerCoverage,
  doctor: async () => (await import('./commands/doctor.ts')).registerDoctor,
  account: async () => (await import('./commands/account.ts')).registerAccount,
  // `tw rules docs` mends the catalogue's index, so it must start without the commands that import the index.
  rules: async () => (await import('./commands/rules.ts')).registerRules,
  policy: async () => (await import('./commands/policy.ts')).registerPolicy,
  alert: async () => (await import('./commands/alert.ts')).registerAlert,
  config: async () => (await import('./commands/config.ts')).registerConfig,
};

/** The one command that is asked for; all of them for help, or when there is no such command. */
const loadProgram = async (name: string | undefined): Promise<Command> => {
  const program = createProgram(version);
  const asked = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  const chosen = asked ? [asked] : Object.values(commands);
  for (const load of chosen) (await load())(program);
  return program;
};

/** Runs the command line `args`. */
export const runCommandLine = async (args: readonly string[]): Promise<void> => {
  endQuietlyOnClosedPipe();
  await runProgram(loadProgram(args[0]), args);
};
