import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collection } from '../../shared/account/collected.ts';
import type { PriorStateKeeper } from '../../shared/account/prior-state.ts';
import { readCollection } from '../../shared/adapters/files/account-folder/read-collection.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import { reviewBucket } from '../../shared/adapters/s3/review-bucket.ts';
import type { Digest } from '../../shared/alerts/digest.ts';
import { type Night, reviewNight } from '../../shared/app/review-night.ts';
import { checks } from '../../shared/review/checks/index.ts';
import type { ReviewArchive } from '../../shared/review/review-archive.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { refused, type Script, scriptedAccount } from '../adapters/collect/scripted-account.ts';
import { smallAccount } from '../adapters/collect/small-account.ts';
import { fixtureAccount as accountId, roleArn, userArn } from '../fixtures/account/account-files.ts';

const first = Date.parse('2026-03-04T02:00:00Z');
const day = 86_400_000;
const bucket = 'reviews';

let server: Awaited<ReturnType<typeof startFauxqs>>;
let client: S3Client;
let archive: ReviewArchive;

beforeAll(async () => {
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  server.createBucket(bucket);
  client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  archive = reviewBucket({ client, bucket });
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

/** An installation of its own, night after night. */
const installation = (number: number) => {
  const account = String(Number(accountId) + number);
  const digests: Digest[] = [];
  const states: Parameters<PriorStateKeeper['keep']>[] = [];
  const store = memoryFindingStore();
  const night = async (
    script: Script,
    at: number,
    over: { runId?: string; hasTime?: () => boolean; archive?: ReviewArchive } = {},
  ) => {
    const scripted = scriptedAccount(script, at);
    const done: Night = await reviewNight(
      { accountId: account, runId: over.runId ?? `at-${at}`, at, settings: { account: {} } },
      {
        checks,
        ruleOf: ruleById,
        store,
        digests: { send: async (digest) => void digests.push(digest) },
        archive: over.archive ?? archive,
        priorStates: { keep: async (...kept) => void states.push(kept) },
        collectorFor: scripted.collectorFor,
        snapshotOf: readCollection,
        hasTime: over.hasTime ?? (() => true),
        tell: () => undefined,
      },
    );
    return { ...done, asked: scripted.asked };
  };
  const open = async () =>
    (await Array.fromAsync(store.everyOpen(account))).map(({ ruleId, resource, count }) => ({
      ruleId,
      resource,
      count,
    }));
  return { account, digests, states, night, open };
};

const keysIn = async (prefix: string): Promise<readonly string[]> => {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key);
};

const textOf = async (Key: string): Promise<string> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
  return gunzipSync((await Body?.transformToByteArray()) ?? Buffer.alloc(0)).toString('utf8');
};

const withoutKey: Script = { ...smallAccount, ListServerCertificates: { ServerCertificateMetadataList: [] } };

describe('a night', () => {
  it('keeps what was read and found, opens findings, and tells once', async () => {
    const { account, night, open, digests } = installation(0);
    const { calls, asked, failures } = await night(smallAccount, first);
    expect(await keysIn(`snapshots/${account}/`)).toEqual([
      `snapshots/${account}/2026/03/04.json.gz`,
      `snapshots/${account}/latest.json.gz`,
    ]);
    const lines = (await textOf(`verdicts/${account}/2026/03/04.jsonl.gz`)).trimEnd().split('\n');
    const verdicts = lines.map((line) => JSON.parse(line) as { checkId: string; verdict: string });
    expect(new Set(verdicts.map(({ checkId }) => checkId)).size).toBe(checks.length);
    const failed = verdicts.filter(({ verdict }) => verdict === 'FAIL').length;
    expect(digests).toHaveLength(1);
    expect(digests[0]?.verdicts.fail).toBe(failed);
    expect(await open()).toHaveLength(failed);
    expect(calls).toBe(asked.length);
    expect(failures).toContain('DescribeConfigurationRecorderStatus@eu-west-1');
  });

  it('leaves for the event path what things were, unless it could not be read', async () => {
    const { account, night, states } = installation(9);
    await night(smallAccount, first);
    await night({ ...smallAccount, GetAccountAuthorizationDetails: refused('Throttling') }, first + day);
    expect(states.map(([of, at, rows]) => [of, at, rows.map(({ id }) => id)])).toEqual([
      [
        account,
        new Date(first).toISOString(),
        ['user/kim', 'user/lee@example.com', 'group/admins', 'role/deploy'],
      ],
    ]);
  });

  it('the next one ends what was put right, and says so', async () => {
    const { night, open, digests } = installation(1);
    await night(smallAccount, first);
    const before = await open();
    await night(withoutKey, first + day);
    const after = await open();
    expect(before.filter(({ ruleId }) => ruleId === 'server-certificate-expired')).toHaveLength(1);
    expect(after.filter(({ ruleId }) => ruleId === 'server-certificate-expired')).toEqual([]);
    expect(digests[1]?.resolved.items.map(({ ruleId }) => ruleId)).toContain('server-certificate-expired');
  });

  it('what AWS refuses the next night stays open, with the cause in the digest', async () => {
    const { night, open, digests } = installation(2);
    await night(smallAccount, first);
    await night({ ...smallAccount, ListServerCertificates: refused('AccessDenied', 'no more') }, first + day);
    expect((await open()).map(({ ruleId }) => ruleId)).toContain('server-certificate-expired');
    const causes = digests[1]?.unjudged.items.map(({ cause }) => cause);
    expect(causes).toContain('ListServerCertificates was denied (AccessDenied: no more)');
  });

  it('run again under the same id it asks nothing that was answered, and counts nothing twice', async () => {
    const { night, open } = installation(3);
    await night(smallAccount, first, { runId: 'r' });
    const before = await open();
    const { asked } = await night(smallAccount, first, { runId: 'r' });
    expect(await open()).toEqual(before);
    const again = new Set(asked.map(({ call }) => call));
    expect(
      [...again].filter((call) => /Authorization|ListAccessKeys|ServiceLastAccessed|Generate/.test(call)),
    ).toEqual([]);
  });

  it('cut off before it has judged, it goes on where it was', async () => {
    const { account, night, open } = installation(4);
    const broken: ReviewArchive = {
      ...archive,
      saveSnapshot: () => Promise.reject(new Error('cut off')),
    };
    await expect(night(smallAccount, first, { runId: 'r', archive: broken })).rejects.toThrow('cut off');
    expect(await keysIn(`snapshots/${account}/`)).toEqual([]);
    const { asked } = await night(smallAccount, first, { runId: 'r' });
    expect(asked.map(({ call }) => call)).not.toContain('GetAccountAuthorizationDetails');
    expect((await open()).length).toBeGreaterThan(0);
  });

  it('another run of the same day reads everything again', async () => {
    const { night } = installation(5);
    await night(smallAccount, first);
    const { asked } = await night(smallAccount, first + 3_600_000);
    expect(asked.map(({ call }) => call)).toContain('GetAccountAuthorizationDetails');
  });
});

describe('services last accessed', () => {
  const arnsIn = (collection: Collection | undefined): readonly string[] =>
    (collection?.get('serviceAccess')?.files ?? [])
      .map(({ text }) => (JSON.parse(text) as { Arn: string }).Arn)
      .sort();

  it('of a night without time for them are those of the night before, with their date', async () => {
    const { account, night } = installation(6);
    await night(smallAccount, first);
    const everybody = arnsIn(await archive.latest(account));
    expect(everybody).toEqual(expect.arrayContaining([roleArn('deploy'), userArn('kim')]));
    const { accessLeft, asked } = await night(smallAccount, first + day, { hasTime: () => false });
    expect(accessLeft).toBeGreaterThan(0);
    expect(asked.map(({ call }) => call)).not.toContain('GenerateServiceLastAccessedDetails');
    const latest = await archive.latest(account);
    expect(arnsIn(latest)).toEqual(everybody);
    expect(latest?.get('serviceAccess')?.files[0]?.readAt).toBe(new Date(first).toISOString());
  });

  it('of a role that is gone are no longer kept', async () => {
    const { account, night } = installation(7);
    await night(smallAccount, first);
    const gone: Script = {
      ...smallAccount,
      GetAccountAuthorizationDetails: {
        UserDetailList: [],
        RoleDetailList: [],
        GroupDetailList: [],
        Policies: [],
      },
    };
    await night(gone, first + day);
    expect(arnsIn(await archive.latest(account))).toEqual([]);
  });

  it('stay while it is not known who still exists', async () => {
    const { account, night } = installation(8);
    await night(smallAccount, first);
    await night({ ...smallAccount, GetAccountAuthorizationDetails: refused('Throttling') }, first + day);
    expect(arnsIn(await archive.latest(account))).toContain(roleArn('deploy'));
  });
});
