import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

/** Runs the program as a user does, without colours and 120 columns wide. */
export const tw = (args: readonly string[], input?: string) => {
  const run = spawnSync(process.execPath, [join(projectFolder, 'functions/cli/main.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '120' },
    ...(input === undefined ? {} : { input }),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
};
