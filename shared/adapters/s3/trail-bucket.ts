import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type Unwrapped, unwrap } from '../../events/unwrap.ts';
import type { EventLookup } from '../../reconcile/event-lookup.ts';
import { endOf, type Hour, startOf } from '../../reconcile/hours.ts';

/** The bucket of the trail could not be read; the message says why and what to do. */
export class TrailBucketError extends Error {
  override readonly name = 'TrailBucketError';
}

/** Where a trail keeps the files of an account: `<prefix>/AWSLogs/[<organization>/]<account>/CloudTrail`. */
export interface TrailFolder {
  readonly bucket: string;
  /** Without a slash at its end. */
  readonly prefix: string;
}

/** An address `s3://BUCKET/PREFIX/AWSLogs/ACCOUNT/CloudTrail`. */
export const parseTrailFolder = (address: string): TrailFolder => {
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/(.+?)\/?$/.exec(address) ?? [];
  return { bucket, prefix };
};

const unzip = promisify(gunzip);
/** CloudTrail's own files stay far below; a gzip file of 1 MB can hold 1 GB. */
const largest = 256 * 2 ** 20;
const filesPerPage = 10;

/** CloudTrail writes an event into a file within about fifteen minutes; the hour is compared half an hour after its end. */
const delay = 30 * 60_000;

/** As file names have it: `20260304T0500Z`. */
const stampOf = (millis: number): string =>
  new Date(millis)
    .toISOString()
    .replace(/[-:]|:\d\d\.\d{3}/g, '')
    .slice(0, 13);

/** The beginning of the names of files that were written in a minute. */
const keyAt = (prefix: string, accountId: string, region: string, millis: number): string => {
  const day = new Date(millis).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${prefix}/${region}/${day}/${accountId}_CloudTrail_${region}_${stampOf(millis)}`;
};

const explain = ({ bucket, prefix }: TrailFolder, what: string, error: unknown): TrailBucketError => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const told = /AccessDenied|Forbidden/.test(name)
    ? `was denied: compare the role of the function, the policy of the bucket and that of its key with docs/permissions.md`
    : `failed: ${name}: ${message}`;
  return new TrailBucketError(`trail in s3://${bucket}/${prefix}: ${what} ${told}`, { cause: error });
};

/**
 * The files of a trail in its bucket: for accounts whose events are too many to be looked up. Files are listed in the order of the time at which
 * they were written, which their names begin with (CloudTrail User Guide, "CloudTrail log file name format").
 */
export const trailBucketLookup = ({
  client,
  folder,
  accountId,
}: {
  readonly client: S3Client;
  readonly folder: TrailFolder;
  readonly accountId: string;
}): EventLookup => {
  const { bucket, prefix } = folder;

  const keysAfter = async (region: string, hour: Hour, after: string | undefined) => {
    const startAfter = after ?? keyAt(prefix, accountId, region, startOf(hour));
    const end = keyAt(prefix, accountId, region, endOf(hour) + delay);
    try {
      const { Contents = [], IsTruncated = false } = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: `${prefix}/${region}/`,
          StartAfter: startAfter,
          MaxKeys: filesPerPage,
        }),
      );
      const keys = Contents.map(({ Key = '' }) => Key).filter((key) => key < end);
      return { keys, hasMore: IsTruncated && keys.length === Contents.length };
    } catch (error) {
      throw explain(folder, 's3:ListBucket', error);
    }
  };

  const bytesOf = async (key: string): Promise<Uint8Array> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      throw explain(folder, `s3:GetObject of ${key}`, error);
    }
  };

  const recordsOf = async (key: string): Promise<readonly Unwrapped[]> => {
    const bytes = await bytesOf(key);
    try {
      return [...unwrap((await unzip(bytes, { maxOutputLength: largest })).toString('utf8'), key)];
    } catch (error) {
      return [{ kind: 'unreadable', position: key, cause: `no readable gzip: ${String(error)}` }];
    }
  };

  return {
    name: 'trail bucket',
    async page(region, hour, after) {
      const { keys, hasMore } = await keysAfter(region, hour, after);
      const found: Unwrapped[] = [];
      for (const key of keys) found.push(...(await recordsOf(key)));
      const last = keys.at(-1);
      return { found, ...(hasMore && last !== undefined ? { next: last } : {}) };
    },
  };
};
