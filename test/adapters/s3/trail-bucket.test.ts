import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTrailFolder, trailBucketLookup } from '../../../shared/adapters/s3/trail-bucket.ts';
import type { JsonObject } from '../../../shared/events/iam-event.ts';
import { change, idOf } from '../../reconcile/world.ts';
import { startTestMessaging, type TestMessaging } from '../embedded/messaging-clients.ts';

const account = '111122223333';
const folder = { bucket: 'trail', prefix: `org/AWSLogs/o-a1b2c3d4e5/${account}/CloudTrail` };
const hour = '2026-03-04T23';

let messaging: TestMessaging;
let client: S3Client;

/** @param stamp of the file's name, e.g. `20260304T2305Z` */
const put = async (stamp: string, body: Uint8Array | readonly JsonObject[], region = 'us-east-1') => {
  const day = `${stamp.slice(0, 4)}/${stamp.slice(4, 6)}/${stamp.slice(6, 8)}`;
  const Key = `${folder.prefix}/${region}/${day}/${account}_CloudTrail_${region}_${stamp}_AbCdEf.json.gz`;
  const Body = body instanceof Uint8Array ? body : gzipSync(JSON.stringify({ Records: body }));
  await client.send(new PutObjectCommand({ Bucket: folder.bucket, Key, Body }));
};

const clientOf = ({ endpoint, region }: TestMessaging, accessKeyId = account) =>
  new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey: 'none' },
  });

beforeAll(async () => {
  messaging = await startTestMessaging();
  client = clientOf(messaging);
  await client.send(new CreateBucketCommand({ Bucket: folder.bucket }));
});
afterAll(async () => {
  client.destroy();
  await messaging.close();
});

const allPages = async () => {
  const lookup = trailBucketLookup({ client, folder, accountId: account });
  const pages = [];
  let after: string | undefined;
  do {
    const page = await lookup.page('us-east-1', hour, after);
    pages.push(page.found);
    after = page.next;
  } while (after !== undefined);
  return pages;
};

describe('the bucket of a trail', () => {
  it('gives the files that an hour can be in, over midnight, and no others', async () => {
    await put('20260304T2255Z', [change('22:50:00', 'before')]);
    await put('20260304T2300Z', [change('23:00:00', 'first')]);
    await put('20260305T0015Z', [change('23:59:00', 'after-midnight')]);
    await put('20260305T0030Z', [change('00:20:00', 'too-late')]);
    await put('20260304T2310Z', [change('23:05:00', 'elsewhere')], 'eu-west-1');
    for (let i = 10; i < 22; i++) await put(`20260304T23${i}Z`, [change(`23:${i}:00`, `many-${i}`)]);
    await put('20260304T2330Z', gzipSync('{"Records": [{'));
    await put('20260304T2335Z', new Uint8Array([1, 2, 3]));
    const pages = await allPages();
    expect(pages).toHaveLength(2);
    const found = pages.flat();
    const ids = found.flatMap((one) => (one.kind === 'record' ? [one.value['eventID']] : []));
    expect(ids).toEqual([
      idOf(change('23:00:00', 'first')),
      ...Array.from({ length: 12 }, (_, i) => idOf(change(`23:${i + 10}:00`, `many-${i + 10}`))),
      idOf(change('23:59:00', 'after-midnight')),
    ]);
    expect(found.filter(({ kind }) => kind === 'unreadable').map(({ position }) => position)).toEqual([
      expect.stringContaining('_20260304T2330Z_'),
      expect.stringContaining('_20260304T2335Z_'),
    ]);
  });

  it('says what it could not read', async () => {
    const gone = trailBucketLookup({ client, folder: { ...folder, bucket: 'gone' }, accountId: account });
    await expect(gone.page('us-east-1', hour, undefined)).rejects.toThrow(
      /^trail in s3:\/\/gone\/org.*s3:ListBucket failed: NoSuchBucket/,
    );
  });

  it.each([
    ['s3://trail/AWSLogs/111122223333/CloudTrail', 'trail', 'AWSLogs/111122223333/CloudTrail'],
    ['s3://trail/a/b/AWSLogs/1/CloudTrail/', 'trail', 'a/b/AWSLogs/1/CloudTrail'],
  ])('%s', (address, bucket, prefix) => {
    expect(parseTrailFolder(address)).toEqual({ bucket, prefix });
  });
});
