import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { PriorStateFact } from '../../account/policy-facts.ts';
import type { PriorStateRow, PriorStateStore } from '../../account/prior-state.ts';

/** Where the objects are: `<prefix>/ACCOUNT/SHARD.json.gz`. */
export interface PriorStatePlace {
  readonly client: S3Client;
  readonly bucket: string;
  /** Without a slash at its end. */
  readonly prefix: string;
}

/** What one object holds. All of an account are written each night, empty ones too: what is in none was not there. */
interface Shard {
  readonly schema: 'trailwarden.prior-state/1';
  readonly readAt: string;
  readonly states: Readonly<Record<string, PriorStateFact>>;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);
/** A shard of an account of 10,000 roles has about forty of them; a file far larger is none of ours. */
const largest = 64 * 2 ** 20;

/** One event needs one object, and a night writes 256: about a tenth of a cent (Amazon S3 pricing, PUT requests). */
const shardOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 2);
const shards = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));
const atOnce = 16;

const keyOf = ({ prefix }: PriorStatePlace, accountId: string, shard: string): string =>
  `${prefix}/${accountId}/${shard}.json.gz`;

/**
 * Writes what a snapshot leaves for the event path, in place of what the one before left.
 *
 * @param rows of `priorStateRows`
 * @param readAt when the snapshot was read, ISO 8601
 */
export const writePriorState = async (
  place: PriorStatePlace,
  accountId: string,
  rows: readonly PriorStateRow[],
  readAt: string,
): Promise<void> => {
  const byShard = Map.groupBy(rows, ({ id }) => shardOf(id));
  const write = async (shard: string): Promise<void> => {
    const states = Object.fromEntries((byShard.get(shard) ?? []).map(({ id, state }) => [id, state]));
    const content: Shard = { schema: 'trailwarden.prior-state/1', readAt, states };
    await place.client.send(
      new PutObjectCommand({
        Bucket: place.bucket,
        Key: keyOf(place, accountId, shard),
        Body: await zip(JSON.stringify(content)),
        ContentType: 'application/json',
        ContentEncoding: 'gzip',
      }),
    );
  };
  for (let from = 0; from < shards.length; from += atOnce)
    await Promise.all(shards.slice(from, from + atOnce).map(write));
};

const isShard = (value: unknown): value is Shard =>
  typeof value === 'object' &&
  value !== null &&
  'schema' in value &&
  value.schema === 'trailwarden.prior-state/1';

type Answer = Awaited<ReturnType<PriorStateStore['read']>>;

const faultOf = ({ bucket }: PriorStatePlace, key: string, error: unknown): Answer => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'NoSuchKey') return { status: 'none' };
  const where = `state of the last snapshot in s3://${bucket}/${key}`;
  // Without s3:ListBucket, S3 says of what is not there that it is denied ("GetObject", Amazon S3 API Reference).
  if (/AccessDenied|Forbidden/.test(name))
    return {
      status: 'unavailable',
      cause: `${where} was denied: compare the role of the function with docs/permissions.md`,
    };
  const isPassing = /Timeout|SlowDown|Throttl|InternalError|ServiceUnavailable|Abort/.test(name);
  return {
    status: 'unavailable',
    cause: `${where} failed: ${name}: ${message}`,
    ...(isPassing ? { transient: true as const } : {}),
  };
};

const readShard = async (place: PriorStatePlace, key: string): Promise<Shard> => {
  const { Body } = await place.client.send(new GetObjectCommand({ Bucket: place.bucket, Key: key }));
  const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
  const value: unknown = JSON.parse((await unzip(bytes, { maxOutputLength: largest })).toString());
  if (!isShard(value)) throw new Error('the object is no state of a snapshot');
  return value;
};

/** Reads the state of the last snapshot from the objects that `writePriorState` wrote. */
export const s3PriorState = (place: () => Promise<PriorStatePlace>): PriorStateStore => ({
  async read(accountId, id) {
    const at = await place();
    const key = keyOf(at, accountId, shardOf(id));
    try {
      const { readAt, states } = await readShard(at, key);
      const state = Object.hasOwn(states, id) ? states[id] : undefined;
      return { status: 'read', readAt, ...(state === undefined ? {} : { state }) };
    } catch (error) {
      return faultOf(at, key, error);
    }
  },
});
