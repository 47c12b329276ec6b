import { type Collection, failuresIn } from '../../../account/collected.ts';
import { memoryFolder } from './folder.ts';
import { type AccountFolder, readAccountFiles } from './read-account-folder.ts';

/** The snapshot that a collection stands for: read as the folder of the same files would be. */
export const readCollection = (collection: Collection): Promise<AccountFolder> => {
  const all = [...collection.values()];
  const readAt = all.map((one) => one.readAt).toSorted()[0] ?? '';
  const errors = { path: 'errors.json', text: JSON.stringify(failuresIn(collection)), readAt };
  return readAccountFiles(memoryFolder([...all.flatMap(({ files }) => files), errors]));
};
