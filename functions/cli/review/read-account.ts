import { stat } from 'node:fs/promises';
import { BadSnapshotError } from '../../../shared/account/stored-snapshot.ts';
import {
  type AccountFolder,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { faultText } from '../../../shared/adapters/files/account-folder/read-file.ts';
import { readSnapshotFile } from '../../../shared/adapters/files/account-folder/read-snapshot-file.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { painted } from '../terminal.ts';

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    // That there is no such thing is said where it is read.
    () => false,
  );

/**
 * Reads what `--from` names: a folder of files as the AWS command line writes them, or a snapshot of the nightly review.
 *
 * @throws UsageError when there is no such thing, or when it is no snapshot
 */
export const readAccount = async (path: string): Promise<AccountFolder> => {
  try {
    return await ((await isFile(path)) ? readSnapshotFile(path) : readAccountFolder(path));
  } catch (error) {
    if (error instanceof NoSuchFolderError) throw new UsageError(error.message, 'Check --from.');
    if (error instanceof BadSnapshotError)
      throw new UsageError(
        `${path} cannot be used: ${error.message}.`,
        'Name a folder, or a snapshot of the nightly review.',
      );
    throw error;
  }
};

/** Says on standard error which files were not used, and why. */
export const tellProblems = ({ faults, notes }: AccountFolder): void => {
  for (const fault of faults)
    process.stderr.write(
      `${painted('yellow', 'not used:', process.stderr)} ${terminalText(faultText(fault))}\n`,
    );
  for (const note of notes) process.stderr.write(`${terminalText(note)}\n`);
};
