import { createHash } from 'node:crypto';
import type { Collected, CollectedFile } from '../../account/collected.ts';
import type { FailedCall } from '../../account/failed-call.ts';
import { CallFailedError } from './calls.ts';
import type { AccountClients } from './clients.ts';

/** What other sources than its own a source is read by. Each throws CallFailedError when it could not be read. */
export interface Known {
  /** Names of the IAM users. */
  users(): Promise<readonly string[]>;
  /** Names of the Regions to look at. */
  regions(): Promise<readonly string[]>;
  trails(): Promise<readonly { readonly arn: string; readonly region: string; readonly bucket: string }[]>;
  /** ARNs, of all Regions that answered. */
  analyzers(): Promise<readonly { readonly arn: string; readonly region: string }[]>;
}

/** What a source is read with. */
export interface Aws {
  readonly clients: AccountClients;
  readonly known: Known;
  /** Epoch milliseconds. */
  now(): number;
  delay(millis: number): Promise<void>;
}

export type ReadSource = (aws: Aws) => Promise<Collected>;

const iso = (millis: number): string => new Date(millis).toISOString();

/** A document as the AWS command line prints it; its times become text. */
export const jsonFile = (path: string, json: unknown, readAt: number): CollectedFile => ({
  path,
  text: JSON.stringify(json),
  readAt: iso(readAt),
});

/** The name of a file about a thing that an ARN names: ARNs are longer than file names may be, and hold other characters. */
export const fileNameOf = (arn: string): string => {
  const readable = arn
    .slice(arn.lastIndexOf('/') + 1)
    .replace(/[^\w.-]+/g, '_')
    .slice(-60);
  return `${readable}-${createHash('sha256').update(arn).digest('hex').slice(0, 12)}.json`;
};

const failure = (error: unknown, call: string): readonly [string, FailedCall] => {
  if (!(error instanceof CallFailedError)) throw error;
  const { failed } = error;
  // E.g. analyzers cannot be listed because the Regions cannot: it is the analyzers that are not known.
  return [call, error.call === call ? failed : { ...failed, message: `${error.call}: ${failed.message}` }];
};

/**
 * A source that is one file.
 *
 * @param call that is said to have failed, when another one did that it needs
 */
export const single =
  (file: string, call: string, read: (aws: Aws) => Promise<unknown>): ReadSource =>
  async (aws) => {
    const readAt = aws.now();
    try {
      return { files: [jsonFile(file, await read(aws), readAt)], failures: {}, readAt: iso(readAt) };
    } catch (error) {
      const named =
        error instanceof CallFailedError && isOfSource(error.call, call) ? error.call : mainOf(call);
      return { files: [], failures: Object.fromEntries([failure(error, named)]), readAt: iso(readAt) };
    }
  };

/** `ListPolicies|DescribePolicy`: the first is the one to name when none of them failed itself. */
const mainOf = (calls: string): string => calls.split('|')[0] ?? calls;
const isOfSource = (call: string, calls: string): boolean => calls.split('|').includes(call);

interface Keyed<K> {
  readonly folder: string;
  /** Names of its calls as in source-calls.ts, the main one first, joined by `|`. */
  readonly calls: string;
  keys(aws: Aws): Promise<readonly K[]>;
  /** As `errors.json` and the file name it. */
  nameOf(key: K): string;
  fileOf(key: K): string;
  read(aws: Aws, key: K): Promise<unknown>;
}

/** A source that is a file for each thing; each can fail by itself. */
export const keyed =
  <K>({ folder, calls, keys, nameOf, fileOf, read }: Keyed<K>): ReadSource =>
  async (aws) => {
    const readAt = aws.now();
    const files: CollectedFile[] = [];
    const failures: Record<string, FailedCall> = {};
    const readOne = async (key: K): Promise<void> => {
      try {
        const asked = aws.now();
        files.push(jsonFile(`${folder}/${fileOf(key)}`, await read(aws, key), asked));
      } catch (error) {
        const call =
          error instanceof CallFailedError && isOfSource(error.call, calls) ? error.call : mainOf(calls);
        const [name, failed] = failure(error, call);
        failures[`${name}@${nameOf(key)}`] = failed;
      }
    };
    try {
      await Promise.all((await keys(aws)).map(readOne));
    } catch (error) {
      const [name, failed] = failure(error, mainOf(calls));
      failures[name] = failed;
    }
    const byPath = (a: CollectedFile, b: CollectedFile) => (a.path < b.path ? -1 : 1);
    return { files: files.toSorted(byPath), failures, readAt: iso(readAt) };
  };
