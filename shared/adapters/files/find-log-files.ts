import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A path given by the user leads to nothing that can be scanned. */
export class NoSuchLogError extends Error {
  override readonly name = 'NoSuchLogError';
}

/** A file to scan and its size in bytes as stored. */
export interface LogFile {
  readonly path: string;
  readonly bytes: number;
}

const logNames = '**/*.{json,jsonl,ndjson,json.gz,jsonl.gz,ndjson.gz,gz}';

const isGlob = (path: string): boolean => /[*?{}[\]]/.test(path);

const matchesOf = async (pattern: string, cwd?: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const path of glob(pattern, cwd === undefined ? {} : { cwd }))
    found.push(cwd === undefined ? path : join(cwd, path));
  return found;
};

const filesAt = async (path: string): Promise<readonly string[]> => {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (info?.isFile()) return [path];
  const found = info ? await matchesOf(logNames, path) : isGlob(path) ? await matchesOf(path) : undefined;
  if (found === undefined)
    throw new NoSuchLogError(`${path}: no such file or folder. Check the path, or quote a glob.`);
  if (found.length === 0) {
    const looked = info
      ? 'no .json, .jsonl, .ndjson or .gz file below this folder'
      : 'the glob matches no file';
    throw new NoSuchLogError(`${path}: ${looked}.`);
  }
  return found;
};

/**
 * The log files behind paths given by a user: files as they are, folders searched for CloudTrail's file names, globs. Sorted, each once.
 *
 * @throws NoSuchLogError when a path leads to nothing
 */
export const findLogFiles = async (paths: readonly string[]): Promise<readonly LogFile[]> => {
  const found = new Set<string>();
  for (const path of paths) for (const file of await filesAt(path)) found.add(file);
  const files = await Promise.all(
    [...found].sort().map(async (path) => {
      const info = await stat(path);
      return info.isFile() ? [{ path, bytes: info.size }] : [];
    }),
  );
  return files.flat();
};
