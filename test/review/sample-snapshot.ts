import type { AccountSnapshot } from '../../shared/account/snapshot.ts';
import { readAccountFolder } from '../../shared/adapters/files/account-folder/read-account-folder.ts';
import { writeAccountFolder } from '../fixtures/account/account-files.ts';
import { sampleFiles } from '../fixtures/account/sample.ts';

/** The sample account, read as `tw review` reads it. */
export const sampleSnapshot = async (): Promise<AccountSnapshot> =>
  (await readAccountFolder(writeAccountFolder(sampleFiles()))).snapshot;
