import { gunzipSync } from 'node:zlib';
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteLoginProfileCommand,
  DetachUserPolicyCommand,
  IAMClient,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../../shared/alerts/digest.ts';
import { until } from '../poll.ts';
import type { Inbox } from './queue.ts';
import { trailwarden } from './trailwarden.ts';

const tw = trailwarden();
const { endpoint, region, accountId, reviewBucket, functions } = tw.installation;
const settings = { endpoint, region, credentials: { accessKeyId: accountId, secretAccessKey: 'test' } };
const iam = new IAMClient(settings);
const s3 = new S3Client({ ...settings, forcePathStyle: true });

interface Answer {
  readonly runId: string;
  readonly calls: number;
  readonly digest: Pick<Digest, 'id' | 'verdicts'>;
}

const review = async (scheduledAt: string): Promise<Answer> => {
  const { Payload, FunctionError } = await tw.clients.lambda.send(
    new InvokeCommand({ FunctionName: functions.review, Payload: JSON.stringify({ scheduledAt }) }),
  );
  const text = Buffer.from(Payload ?? []).toString();
  if (FunctionError !== undefined) throw new Error(`the review failed: ${text}`);
  return JSON.parse(text) as Answer;
};

const textOf = async (Key: string): Promise<string> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: reviewBucket, Key }));
  return gunzipSync((await Body?.transformToByteArray()) ?? Buffer.alloc(0)).toString('utf8');
};

interface Judged {
  readonly checkId: string;
  readonly verdict: string;
  readonly resource: string;
  readonly message: string;
  readonly cause?: string;
}

const verdicts = async (): Promise<readonly Judged[]> => {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: reviewBucket, Prefix: `verdicts/${accountId}/` }),
  );
  const key =
    Contents.map(({ Key = '' }) => Key)
      .sort()
      .at(-1) ?? '';
  return (await textOf(key))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);
};

const name = 'e2e-review-kim';
const resource = `arn:aws:iam::${accountId}:user/${name}`;
const adminName = 'e2e-review-everything';
const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

let alerts: Inbox;
let policyArn: string;

const makeFaults = async (): Promise<void> => {
  await iam.send(new CreateUserCommand({ UserName: name }));
  await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  await iam.send(new CreateLoginProfileCommand({ UserName: name, Password: 'Correct-horse-7' }));
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: adminName, PolicyDocument: JSON.stringify(everything) }),
  );
  policyArn = Policy?.Arn ?? '';
  await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn: policyArn }));
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 6 }));
};

const mend = async (): Promise<void> => {
  await iam.send(new DetachUserPolicyCommand({ UserName: name, PolicyArn: policyArn }));
  await iam.send(new DeleteLoginProfileCommand({ UserName: name }));
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14 }));
};

const digestOf = async (id: string): Promise<Digest> => {
  const [message] = await until(`the digest ${id}`, async () => {
    const found = await alerts.messages(`"${id}"`);
    return found.length > 0 && found;
  });
  return JSON.parse(message?.Body ?? '') as Digest;
};

const openOf = async (ruleId: string) =>
  (await Array.fromAsync(tw.store.everyOpen(accountId))).filter((finding) => finding.ruleId === ruleId);

beforeAll(async () => {
  alerts = await tw.subscribeTo('alertsTopic', 'e2e-digests');
  await makeFaults();
});

describe('the nightly review of the account', () => {
  it('finds what is wrong with users, keys and the password policy, and says it once', async () => {
    const { digest, calls } = await review('2026-03-04T02:00:00Z');
    expect(calls).toBeGreaterThan(20);
    const found = await verdicts();
    const about = found.filter((one) => one.resource === resource && one.verdict === 'FAIL');
    expect(about.map(({ checkId }) => checkId)).toContain('user-console-mfa-disabled');
    expect(await openOf('password-policy-min-length')).toHaveLength(1);
    const told = await digestOf(digest.id);
    // What an event has found already is the same finding, and not told again.
    expect(told.opened.total).toBeGreaterThan(0);
    expect(told.opened.total).toBeLessThanOrEqual(told.verdicts.fail);
  });

  it('judges nothing by what AWS does not tell, and says why', async () => {
    const open = (await verdicts()).filter(({ verdict }) => verdict === 'NOT_EVALUATED');
    const causes = open.flatMap(({ cause }) => cause ?? []);
    // A day of calls is never looked up; what else MiniStack lacks differs with its version.
    expect(causes.filter((cause) => cause.includes('LookupEvents'))).not.toEqual([]);
    expect(causes).not.toContain('');
    for (const { message } of open) expect(message).not.toBe('crashed');
  });

  it('keeps what it has read', async () => {
    const stored = JSON.parse(await textOf(`snapshots/${accountId}/latest.json.gz`)) as {
      accountId: string;
      sources: Record<string, { files: { text: string }[] }>;
    };
    expect(stored.accountId).toBe(accountId);
    expect(stored.sources['accessKeys']?.files[0]?.text).toContain(name);
  });

  it('started again for the same night it counts nothing twice and tells nothing again', async () => {
    const before = await openOf('password-policy-min-length');
    await review('2026-03-04T02:00:00Z');
    expect(await openOf('password-policy-min-length')).toEqual(before);
  });

  it('ends what was put right by the next night, and the digest says so', async () => {
    await mend();
    const { digest } = await review('2026-03-05T02:00:00Z');
    expect(await openOf('password-policy-min-length')).toEqual([]);
    const told = await digestOf(digest.id);
    expect(told.resolved.items.map(({ ruleId }) => ruleId)).toContain('password-policy-min-length');
  });
});
