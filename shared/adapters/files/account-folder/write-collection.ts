import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CollectionStore } from '../../../account/account-collector.ts';
import { type Collected, type Collection, failuresIn, joined } from '../../../account/collected.ts';
import type { SourceName } from '../../../account/snapshot.ts';
import { credentialReportFile, fileSources, folderSources } from './file-sources.ts';
import { diskFolder } from './folder.ts';
import { foldersOf } from './read-collection.ts';

/** Says that the folder was written by a collection, and of one under way what it has written. */
const stateFile = '.tw-collect.json';

type Parts = Readonly<Record<string, Omit<Collected, 'files'> & { readonly paths: readonly string[] }>>;

interface State {
  readonly accountId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly isFinished: boolean;
  /** By source and part. */
  readonly sources: Readonly<Partial<Record<SourceName, Parts>>>;
}

/** The folder holds what a new collection must not replace. */
export class FolderTakenError extends Error {
  override readonly name = 'FolderTakenError';
}

/** A file under its name from the first byte to the last, or not at all; its time is when AWS was asked. */
const writeWhole = async (path: string, text: string, at?: string): Promise<void> => {
  const unfinished = `${path}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(unfinished, text, { mode: 0o600 });
  if (at !== undefined) await utimes(unfinished, new Date(at), new Date(at));
  await rename(unfinished, path);
};

const readState = async (folder: string): Promise<State | undefined> => {
  try {
    return JSON.parse(await readFile(join(folder, stateFile), 'utf8')) as State;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Everything that a folder of an account may hold, so that nothing of an earlier day stays between what is new. */
const places = [
  'errors.json',
  credentialReportFile,
  ...Object.values(fileSources).map(({ file }) => file),
  ...Object.values(folderSources).map(({ folder }) => folder),
];

/** Work that was begun so long ago is not gone on with: what it has read is of another time. */
const longestPause = 4 * 3_600_000;

/** A folder that a collection is written to. */
export interface CollectionFolder extends CollectionStore {
  /** Writes errors.json and marks the collection as whole; the next one begins anew. */
  finish(collection: Collection): Promise<void>;
}

export interface CollectionFolderOptions {
  readonly path: string;
  readonly accountId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const reread = async (path: string, parts: Parts): Promise<Collected> => {
  const folder = diskFolder(path);
  const read = Object.values(parts).map(async ({ paths, ...part }): Promise<Collected> => {
    const files = await Promise.all(paths.map((file) => folder.find(file)));
    return {
      ...part,
      files: files.flatMap((found) =>
        found ? { path: found.file, text: found.text, readAt: found.readAt } : [],
      ),
    };
  });
  return joined(await Promise.all(read));
};

const namesIn = async (path: string): Promise<readonly string[]> => {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** The collection to go on with; without one, what an older one has written is taken away, so that nothing of it stays between what is new. */
const begin = async ({ path, accountId, now }: CollectionFolderOptions): Promise<State> => {
  const before = await readState(path);
  if (!before && (await namesIn(path)).length > 0)
    throw new FolderTakenError(`${path} holds files that no collection has written.`);
  if (before && before.accountId !== accountId)
    throw new FolderTakenError(`${path} holds a collection of account ${before.accountId}.`);
  if (before && !before.isFinished && now - Date.parse(before.startedAt) < longestPause) return before;
  await Promise.all(places.map((place) => rm(join(path, place), { recursive: true, force: true })));
  return { accountId, startedAt: new Date(now).toISOString(), isFinished: false, sources: {} };
};

/**
 * Opens a folder for a collection: goes on with one of the same account that was cut off within the last four hours, else begins anew.
 *
 * @throws FolderTakenError when the folder holds another account, or files that no collection has written
 */
export const openCollectionFolder = async (options: CollectionFolderOptions): Promise<CollectionFolder> => {
  const { path } = options;
  let state = await begin(options);
  // One after another: two writes of the state at once would lose one of them.
  let writing = Promise.resolve();
  const change = (next: State): Promise<void> => {
    state = next;
    writing = writing.then(() => writeWhole(join(path, stateFile), JSON.stringify(next)));
    return writing;
  };
  await change(state);
  return {
    stored: async () => {
      const all = Object.entries(state.sources) as (readonly [SourceName, Parts])[];
      return new Map(
        await Promise.all(all.map(async ([name, parts]) => [name, await reread(path, parts)] as const)),
      );
    },
    put: async (name, { files, ...told }, part = '') => {
      for (const folder of foldersOf([name])) await mkdir(join(path, folder), { recursive: true });
      for (const file of files) await writeWhole(join(path, file.path), file.text, file.readAt);
      const parts = { ...state.sources[name], [part]: { ...told, paths: files.map((file) => file.path) } };
      await change({ ...state, sources: { ...state.sources, [name]: parts } });
    },
    finish: async (collection) => {
      const readAt = [...collection.values()].map((one) => one.readAt).toSorted()[0];
      const errors = `${JSON.stringify(failuresIn(collection), null, 2)}\n`;
      await writeWhole(join(path, 'errors.json'), errors, readAt);
      await change({ ...state, isFinished: true, sources: {} });
    },
  };
};
