import type { AccountSnapshot } from '../../../shared/account/snapshot.ts';
import {
  type AccountFolder,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { painted } from '../terminal.ts';

const read = async (folder: string): Promise<AccountFolder> => {
  try {
    return await readAccountFolder(folder);
  } catch (error) {
    if (error instanceof NoSuchFolderError)
      throw new UsageError(
        error.message,
        'Name a folder of files as the AWS CLI writes them, see docs/scanning.md.',
      );
    throw error;
  }
};

const tell = (what: string, text: string): void => {
  process.stderr.write(`${painted('yellow', what, process.stderr)} ${terminalText(text)}\n`);
};

const tellFaults = (folder: string, { faults, notes }: AccountFolder): void => {
  for (const { file, place, cause } of faults)
    tell('not used:', `${folder}/${file}${place === '' ? '' : `, ${place}`}: ${cause}`);
  for (const note of notes) tell('note:', `${folder}: ${note}`);
};

/** The time of the oldest answer: until then, nothing in the snapshot is known to be out of date. */
const oldestRead = ({ sources }: AccountSnapshot): string | undefined =>
  Object.values(sources)
    .flatMap((source) => (source.status === 'read' ? source.readAt : []))
    .sort()[0];

/** Facts of accounts, and what to say of their age. */
export interface ScanFacts {
  readonly snapshots: readonly AccountSnapshot[];
  /** One sentence an account. */
  readonly ages: readonly string[];
}

/**
 * Reads folders of what the AWS CLI said of accounts, one folder an account; tells what in them cannot be used.
 *
 * @throws UsageError for a folder that is none, that does not say of which account it is, or that tells of an account again
 */
export const readFacts = async (folders: readonly string[]): Promise<ScanFacts> => {
  const snapshots: AccountSnapshot[] = [];
  const ages: string[] = [];
  for (const folder of folders) {
    const found = await read(folder);
    tellFaults(folder, found);
    const { snapshot } = found;
    const { accountId } = snapshot;
    if (accountId === undefined)
      throw new UsageError(
        `${folder}: no file in it says which account it is of`,
        'Add account-authorization-details.json or credential-report.csv.',
      );
    if (snapshots.some((one) => one.accountId === accountId))
      throw new UsageError(`${folder}: there are facts of account ${accountId} in another folder already`);
    snapshots.push(snapshot);
    ages.push(
      `Facts of account ${accountId} are of ${oldestRead(snapshot)?.slice(0, 16).replace('T', ' ')} UTC.`,
    );
  }
  return { snapshots, ages };
};
