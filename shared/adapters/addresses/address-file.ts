import { Reader, type Response } from 'mmdb-lib';
import type { AddressFact } from '../../account/lookup.ts';
import { addressFactIn } from './address-record.ts';

/** A file of addresses, in memory. */
export interface AddressFile {
  /** When its maker built it, ISO 8601. */
  readonly builtAt: string;
  /** Undefined when the file knows nothing of it. */
  locate(address: string): AddressFact | undefined;
}

/** A file of addresses cannot be used; the message names it and says what to do. */
export class BadAddressFileError extends Error {
  override readonly name = 'BadAddressFileError';

  constructor(file: string, cause: unknown) {
    super(
      `${file} is no file of addresses in MaxMind's format (.mmdb): unpack it if it is an archive, else fetch it again (${String(cause)})`,
      { cause },
    );
  }
}

const read = (name: string, bytes: Buffer): Reader<Response> => {
  try {
    return new Reader<Response>(bytes);
  } catch (error) {
    throw new BadAddressFileError(name, error);
  }
};

/**
 * Opens a file of addresses.
 *
 * @param name for the message
 * @throws BadAddressFileError
 */
export const openAddressFile = (name: string, bytes: Buffer): AddressFile => {
  const reader = read(name, bytes);
  const { ipVersion, buildEpoch } = reader.metadata;
  return {
    builtAt: buildEpoch.toISOString(),
    locate(address) {
      if (ipVersion === 4 && address.includes(':')) return undefined;
      const record = reader.get(address);
      return record === null ? undefined : addressFactIn(record);
    },
  };
};
