import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type Collected, joined } from '../../account/collected.ts';
import type { SourceName } from '../../account/snapshot.ts';
import { collectionIn, snapshotText } from '../../account/stored-snapshot.ts';
import type { ArchivedRun, ReviewArchive } from '../../review/review-archive.ts';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

interface StoredPart {
  readonly source: SourceName;
  readonly collected: Collected;
}

const dayOf = ({ at }: ArchivedRun): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '/');

/** A run id or an ARN as a part of a key. */
const keyPart = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const snapshotKey = (run: ArchivedRun): string => `snapshots/${run.accountId}/${dayOf(run)}.json.gz`;
const latestKey = (accountId: string): string => `snapshots/${accountId}/latest.json.gz`;
const verdictsKey = (run: ArchivedRun): string => `verdicts/${run.accountId}/${dayOf(run)}.jsonl.gz`;
const workPrefix = ({ accountId, runId }: ArchivedRun): string => `work/${accountId}/${keyPart(runId)}/`;

export interface ReviewBucketOptions {
  readonly client: S3Client;
  readonly bucket: string;
}

/**
 * Snapshots and verdicts in a bucket: `snapshots/ACCOUNT/YYYY/MM/DD.json.gz` and `…/latest.json.gz`, `verdicts/ACCOUNT/YYYY/MM/DD.jsonl.gz`; what a run
 * has read so far under `work/`.
 */
export const reviewBucket = ({ client, bucket: Bucket }: ReviewBucketOptions): ReviewArchive => {
  const get = async (Key: string): Promise<string | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = await Body?.transformToByteArray();
      return bytes && (await unpacked(bytes)).toString('utf8');
    } catch (error) {
      if (error instanceof NoSuchKey || (error as Error).name === 'NoSuchKey') return undefined;
      throw error;
    }
  };
  const put = async (Key: string, text: string | Buffer, ContentType: string): Promise<void> => {
    const Body = typeof text === 'string' ? await packed(text) : text;
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, ContentEncoding: 'gzip' }));
  };
  const keysUnder = async (Prefix: string): Promise<readonly string[]> => {
    const keys: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
      for (const { Key } of Contents) if (Key !== undefined) keys.push(Key);
    return keys.sort();
  };
  const partsOf = async (run: ArchivedRun): Promise<readonly StoredPart[]> => {
    const texts = await Promise.all((await keysUnder(workPrefix(run))).map(get));
    return texts.flatMap((text) => (text === undefined ? [] : (JSON.parse(text) as StoredPart)));
  };
  const json = 'application/json';
  return {
    collectionOf: (run) => ({
      stored: async () => {
        const bySource = Map.groupBy(await partsOf(run), ({ source }) => source);
        return new Map(
          [...bySource].map(([source, parts]) => [source, joined(parts.map((part) => part.collected))]),
        );
      },
      put: async (source, collected, part) => {
        const name = part === undefined ? source : `${source}-${keyPart(part)}`;
        const stored: StoredPart = { source, collected };
        await put(`${workPrefix(run)}${name}.json.gz`, JSON.stringify(stored), json);
      },
    }),
    latest: async (accountId) => {
      const text = await get(latestKey(accountId));
      return text === undefined ? undefined : collectionIn(text);
    },
    saveSnapshot: async (run, collection) => {
      const body = await packed(snapshotText(run, collection));
      await put(snapshotKey(run), body, json);
      await put(latestKey(run.accountId), body, json);
    },
    saveVerdicts: async (run, lines) => put(verdictsKey(run), [...lines].join(''), 'application/x-ndjson'),
  };
};
