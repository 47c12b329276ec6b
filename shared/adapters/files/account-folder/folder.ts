import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectedFile } from '../../../account/collected.ts';

/** A file as text, and when it was written. */
export interface FoundFile {
  readonly file: string;
  readonly text: string;
  /** ISO 8601: when it was last changed, which is when it was read from AWS unless it was edited. */
  readonly readAt: string;
}

/** Files of an account, wherever they lie. */
export interface Folder {
  /** Names of what lies in it, sorted. */
  names(): Promise<readonly string[]>;
  /** Paths of the JSON files in a folder of it, sorted; undefined when there is no such folder. */
  within(name: string): Promise<readonly string[] | undefined>;
  /** A file; undefined when there is none. */
  find(file: string): Promise<FoundFile | undefined>;
}

/** A path given by the user is no folder. */
export class NoSuchFolderError extends Error {
  override readonly name = 'NoSuchFolderError';
}

// PowerShell 5 writes UTF-16 when the output of a command is redirected into a file.
const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);

const isNone = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

const jsonIn = (name: string, files: readonly string[]): readonly string[] =>
  files
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${name}/${file}`)
    .sort();

/**
 * A folder on disk.
 *
 * @param path its `names` throws NoSuchFolderError when there is no such folder
 */
export const diskFolder = (path: string): Folder => ({
  names: async () => {
    try {
      return (await readdir(path)).sort();
    } catch (error) {
      if (isNone(error)) throw new NoSuchFolderError(`${path}: no such folder.`);
      throw error;
    }
  },
  within: async (name) => {
    try {
      return jsonIn(name, await readdir(join(path, name)));
    } catch (error) {
      if (isNone(error)) return undefined;
      throw error;
    }
  },
  find: async (file) => {
    const found = join(path, file);
    try {
      const [bytes, { mtime }] = await Promise.all([readFile(found), stat(found)]);
      return { file, text: decoded(bytes), readAt: mtime.toISOString() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  },
});

/**
 * Files that were never on a disk.
 *
 * @param folders that are there also when they are empty
 */
export const memoryFolder = (files: readonly CollectedFile[], folders: readonly string[] = []): Folder => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const inside = Map.groupBy(byPath.keys(), (path) => path.slice(0, Math.max(path.indexOf('/'), 0)));
  return {
    names: async () => [...new Set([...byPath.keys()].map((path) => path.split('/', 1)[0] ?? path))].sort(),
    within: async (name) => {
      const paths = inside.get(name) ?? (folders.includes(name) ? [] : undefined);
      return (
        paths &&
        jsonIn(
          name,
          paths.map((path) => path.slice(name.length + 1)),
        )
      );
    },
    find: async (path) => {
      const found = byPath.get(path);
      return found && { file: path, text: found.text, readAt: found.readAt };
    },
  };
};
