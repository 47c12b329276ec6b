import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { collectionIn } from '../../../account/stored-snapshot.ts';
import type { AccountFolder } from './read-account-folder.ts';
import { readCollection } from './read-collection.ts';

/** The first bytes of a gzip file (RFC 1952). */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Reads a snapshot that the nightly review has stored, packed or not.
 *
 * @throws BadSnapshotError when the file is none
 */
export const readSnapshotFile = async (path: string): Promise<AccountFolder> => {
  const bytes = await readFile(path);
  return readCollection(collectionIn((isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8')));
};
