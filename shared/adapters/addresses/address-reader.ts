import ipaddr from 'ipaddr.js';
import type { AccountReader } from '../../account/account-reader.ts';
import type { AddressFact, LookupAnswer } from '../../account/lookup.ts';
import { noAddresses } from '../../account/with-addresses.ts';
import { type AddressFile, BadAddressFileError, openAddressFile } from './address-file.ts';
import type { FetchFile } from './fetch-file.ts';

/** What the reader needs. */
export interface AddressReaderOptions {
  /** Names as `fetch` takes them. The first that knows a thing wins. */
  readonly files: readonly string[];
  readonly fetch: FetchFile;
  /** Epoch milliseconds. */
  now(): number;
  /** Hears of a file that could not be read again; the one that is known stays in use. */
  onFault(file: string, error: unknown): void;
}

const minute = 60_000;
/** Address files are made anew every few days. */
const checkEvery = 60 * minute;
const checkAfterFault = 5 * minute;

interface Kept {
  readonly file: AddressFile;
  readonly tag: string;
  /** Epoch milliseconds. */
  readonly checkAt: number;
}

/** Keeps one file, and looks whether it has changed. */
const keptFile = (
  name: string,
  { fetch, now, onFault }: AddressReaderOptions,
): (() => Promise<AddressFile>) => {
  let kept: Kept | undefined;
  let checking: Promise<Kept> | undefined;

  const check = async (known: Kept | undefined): Promise<Kept> => {
    const fetched = await fetch(name, known?.tag);
    const checkAt = now() + checkEvery;
    if (fetched !== 'unchanged')
      return { file: openAddressFile(name, fetched.bytes), tag: fetched.tag, checkAt };
    if (known) return { ...known, checkAt };
    throw new Error(`${name} is said to be unchanged, though it was never read`);
  };

  const stay = (known: Kept, error: unknown): Kept => {
    onFault(name, error);
    return { ...known, checkAt: now() + checkAfterFault };
  };

  return async () => {
    if (kept && now() < kept.checkAt) return kept.file;
    const known = kept;
    checking ??= check(known)
      .catch((error: unknown) => {
        if (known) return stay(known, error);
        throw error;
      })
      .finally(() => {
        checking = undefined;
      });
    kept = await checking;
    return kept.file;
  };
};

const permanent = /AccessDenied|NoSuchKey|NoSuchBucket|InvalidBucketName|PermanentRedirect/;

const unreadable = (error: unknown): LookupAnswer => {
  const {
    name = '',
    message = String(error),
    code = '',
  } = error as { name?: string; message?: string; code?: string };
  const isPermanent = error instanceof BadAddressFileError || permanent.test(name) || code === 'ENOENT';
  return {
    status: 'unavailable',
    cause: `an address file cannot be read: ${message}`,
    ...(isPermanent ? {} : { transient: true }),
  };
};

/** In the form in which files have it; undefined for what is no address, such as the name of an AWS service. */
const addressOf = (text: string): string | undefined =>
  ipaddr.isValid(text) ? ipaddr.process(text).toString() : undefined;

/** What several files say, the first that knows a thing winning; undefined when none knows anything. */
const together = (files: readonly AddressFile[], address: string): AddressFact | undefined => {
  const facts = files.flatMap((file) => file.locate(address) ?? []);
  return facts.length === 0 ? undefined : (Object.assign({}, ...facts.toReversed()) as AddressFact);
};

/**
 * Says where addresses are, by files in MaxMind's format. They are read when the first address is asked for, and again when they have changed. As
 * long as one has never been read, nothing is known: what the others say would look complete.
 */
export const addressReader = (options: AddressReaderOptions): AccountReader => {
  if (options.files.length === 0) return noAddresses;
  const files = options.files.map((name) => keptFile(name, options));
  return {
    async read(_, { kind, id }) {
      if (kind !== 'address') return { status: 'unavailable', cause: `address files do not know ${kind}` };
      try {
        const opened = await Promise.all(files.map((open) => open()));
        // An answer is as old as the oldest file it may be from.
        const readAt = opened.map(({ builtAt }) => builtAt).sort()[0] ?? '';
        const address = addressOf(id);
        const value = address && together(opened, address);
        return value ? { status: 'found', kind, value, readAt } : { status: 'absent', kind, readAt };
      } catch (error) {
        return unreadable(error);
      }
    },
  };
};
