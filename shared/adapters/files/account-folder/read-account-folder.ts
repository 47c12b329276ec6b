import { unavailableFor } from '../../../account/failed-call.ts';
import type { AccountSnapshot, SnapshotSources, SourceName } from '../../../account/snapshot.ts';
import { sourceCalls, sourceNames } from '../../../account/source-calls.ts';
import { nearest } from '../../../text/nearest.ts';
import { withAccount } from './account-of.ts';
import { type FailedCalls, isCall, noFailedCalls, readFailedCalls } from './errors-file.ts';
import { credentialReportFile, fileSources, folderSources } from './file-sources.ts';
import { diskFolder, type Folder } from './folder.ts';
import { attempt, type FolderFault, jsonIn } from './read-file.ts';
import {
  findNamed,
  type ReadContext,
  type ReadSource,
  readFileSource,
  readFolderSource,
} from './read-sources.ts';
import { readReportFile } from './report-file.ts';

/** A folder of what the AWS command line said of an account. */
export interface AccountFolder {
  readonly snapshot: AccountSnapshot;
  /** Files that cannot be used; their sources are unavailable, with the same cause. */
  readonly faults: readonly FolderFault[];
  /** What is in the folder and was not looked at. */
  readonly notes: readonly string[];
}

/** The file or folder that a source is read from, relative to the folder. */
export const fileOfSource = (name: SourceName): string => {
  if (name === 'credentialReport') return credentialReportFile;
  return name in fileSources
    ? fileSources[name as keyof typeof fileSources].file
    : `${folderSources[name as keyof typeof folderSources].folder}/*.json`;
};

const readReport = async ({ folder, failed, calls }: ReadContext): Promise<ReadSource<unknown>> => {
  const failure = failed.of(calls);
  if (failure) return { source: unavailableFor(failure.call, failure.failed), faults: [] };
  const found =
    (await findNamed(folder, credentialReportFile)) ?? (await findNamed(folder, 'credential-report.json'));
  if (found) return readReportFile(found);
  const cause = `${credentialReportFile} is not in the folder`;
  return { source: { status: 'unavailable', reason: 'missing', cause }, faults: [] };
};

const readSource = (name: SourceName, context: ReadContext): Promise<ReadSource<unknown>> => {
  if (name === 'credentialReport') return readReport(context);
  return name in fileSources
    ? readFileSource<unknown>(fileSources[name as keyof typeof fileSources], context)
    : readFolderSource<unknown>(folderSources[name as keyof typeof folderSources], context);
};

const readErrors = async (
  folder: Folder,
): Promise<{ readonly failed: FailedCalls; readonly faults: readonly FolderFault[] }> => {
  const found = await folder.find('errors.json');
  if (!found) return { failed: noFailedCalls, faults: [] };
  const result = attempt(found.file, () => readFailedCalls(jsonIn(found.text), found.readAt));
  return 'fault' in result
    ? { failed: noFailedCalls, faults: [result.fault] }
    : { failed: result.value, faults: [] };
};

const knownNames = [
  'errors.json',
  'credential-report.json',
  ...sourceNames.map((name) => fileOfSource(name).replace('/*.json', '')),
];

const isKnown = (name: string): boolean =>
  knownNames.includes(name) || knownNames.includes(name.replace(/^(get|list|describe)-/, ''));

const guess = (name: string, known: readonly string[]): string => {
  const [meant] = nearest(name, known);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
};

const allCalls = sourceNames.flatMap((name): readonly string[] => sourceCalls[name].calls);

const notesOf = (names: readonly string[], failed: FailedCalls): readonly string[] => [
  ...names
    .filter((name) => !name.startsWith('.') && !isKnown(name))
    .map((name) => `${name} is not one of the files that are read${guess(name, knownNames)}`),
  ...failed.names
    .filter((name) => !isCall(name, allCalls))
    .map((name) => `errors.json: nothing is read with ${name}${guess(name, allCalls)}`),
];

/** Reads the files of an account (docs/review.md lists them). Every file is optional. What is missing, failed or malformed makes its source unavailable; the rest counts. */
export const readAccountFiles = async (folder: Folder): Promise<AccountFolder> => {
  const names = await folder.names();
  const { failed, faults } = await readErrors(folder);
  const read = new Map<SourceName, ReadSource<unknown>>();
  for (const name of sourceNames)
    read.set(name, await readSource(name, { folder, failed, calls: sourceCalls[name].calls }));
  // Each entry was read by the reader of its own name.
  const sources = Object.fromEntries(
    [...read].map(([name, { source }]) => [name, source]),
  ) as unknown as SnapshotSources;
  const owned = withAccount(sources, fileOfSource);
  return {
    snapshot: owned.snapshot,
    faults: [...faults, ...[...read.values()].flatMap((one) => one.faults), ...owned.faults],
    notes: notesOf(names, failed),
  };
};

/**
 * Reads a folder of files as the AWS command line writes them.
 *
 * @throws NoSuchFolderError when there is no such folder
 */
export const readAccountFolder = (path: string): Promise<AccountFolder> => readAccountFiles(diskFolder(path));

export { NoSuchFolderError } from './folder.ts';
