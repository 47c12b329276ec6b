import { type Collection, failuresIn } from '../../../account/collected.ts';
import type { SourceName } from '../../../account/snapshot.ts';
import { folderSources } from './file-sources.ts';
import { memoryFolder } from './folder.ts';
import { type AccountFolder, readAccountFiles } from './read-account-folder.ts';

/** Folders of sources that were read: an empty one says that there is nothing, e.g. no trail of which to ask the status. */
export const foldersOf = (names: Iterable<SourceName>): readonly string[] =>
  [...names].flatMap((name) =>
    name in folderSources ? folderSources[name as keyof typeof folderSources].folder : [],
  );

/** The snapshot that a collection stands for: read as the folder of the same files would be. */
export const readCollection = (collection: Collection): Promise<AccountFolder> => {
  const all = [...collection.values()];
  const readAt = all.map((one) => one.readAt).toSorted()[0] ?? '';
  const errors = { path: 'errors.json', text: JSON.stringify(failuresIn(collection)), readAt };
  const files = [...all.flatMap((one) => one.files), errors];
  return readAccountFiles(memoryFolder(files, foldersOf(collection.keys())));
};
