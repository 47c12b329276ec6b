import { readFile } from 'node:fs/promises';

/**
 * The calls that IAM refused to deployed functions, from MiniStack's log (start.py writes them). A function may swallow a refusal and go
 * on, so an empty list is part of the proof that each role may do what its function does.
 */
export const refusalsIn = async (logFile: string): Promise<readonly string[]> => {
  const lines = (await readFile(logFile, 'utf8')).split('\n');
  const refused = lines.flatMap((line) => {
    const [, what] = /\[iam\] refused (.*)$/.exec(line) ?? [];
    return what?.includes(':assumed-role/') === true ? [what] : [];
  });
  return [...new Set(refused)];
};
