import type { AccountReader } from '../../../shared/account/account-reader.ts';
import { addressReader } from '../../../shared/adapters/addresses/address-reader.ts';
import { fetchLocalFile } from '../../../shared/adapters/addresses/fetch-file.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { messageOf, UsageError } from '../errors.ts';

/** An address of documentation (RFC 5737): asking for it opens the files. */
const anyAddress = '192.0.2.1';

/**
 * Opens the address files of the settings.
 *
 * @throws UsageError for a file that cannot be used
 */
export const readAddresses = async (files: readonly string[]): Promise<AccountReader> => {
  const reader = addressReader({
    files,
    fetch: fetchLocalFile,
    now: Date.now,
    onFault: (file, error) =>
      process.stderr.write(`${terminalText(`${file} could not be read again: ${messageOf(error)}`)}\n`),
  });
  if (files.length === 0) return reader;
  const answer = await reader.read('', { kind: 'address', id: anyAddress });
  if (answer.status === 'unavailable')
    throw new UsageError(
      terminalText(answer.cause),
      'Paths of addressFiles are relative to the settings file.',
    );
  return reader;
};
