import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountReader } from '../../../shared/account/account-reader.ts';
import type { Lookup } from '../../../shared/account/lookup.ts';
import { readerByAccount } from '../../../shared/account/reader-by-account.ts';
import { memberReaders, type ReaderRole } from '../../../shared/adapters/iam/reader-role.ts';
import { type ScriptedAws, startScriptedAws } from './scripted-aws.ts';

const ours = '111122223333';
const member = '444455556666';
const lookup: Lookup = { kind: 'password-policy', id: '' };

let aws: ScriptedAws;
let time: number;
let askedWith: string[];

beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
  time = Date.parse('2026-03-04T05:00:00Z');
  askedWith = [];
});

const found = { status: 'absent', kind: 'password-policy', readAt: '2026-03-04T05:00:00.000Z' } as const;
const own: AccountReader = {
  read: async () => {
    askedWith.push('own');
    return found;
  },
};

const open = (role: ReaderRole = { name: 'TrailwardenReader' }): AccountReader =>
  readerByAccount(
    { accountId: ours, reader: own },
    memberReaders({
      role,
      partition: 'aws',
      now: () => time,
      sts: async () => aws.sts,
      readerWith: (accountId, credentials) => ({
        read: async () => {
          askedWith.push(`${accountId} ${(await credentials()).accessKeyId}`);
          return found;
        },
      }),
    }),
  );

const session = (id: string, minutes = 60) => ({
  body: `<Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(time + minutes * 60_000).toISOString()}</Expiration></Credentials>`,
});
const assumed = () => aws.calls.map(({ parameters }) => parameters['RoleArn']);

describe('an account that is not ours', () => {
  it('is asked with a session of the reader role there, which is used again', async () => {
    aws.script('AssumeRole', session('ASIA1'));
    const reader = open();
    await Promise.all([reader.read(member, lookup), reader.read(member, lookup)]);
    expect(await reader.read(member, lookup)).toEqual(found);
    await reader.read(ours, lookup);
    expect(askedWith).toEqual([`${member} ASIA1`, `${member} ASIA1`, `${member} ASIA1`, 'own']);
    expect(assumed()).toEqual([`arn:aws:iam::${member}:role/TrailwardenReader`]);
    expect(aws.calls[0]?.parameters['ExternalId']).toBeUndefined();
  });

  it('is asked with the external id, where there is one', async () => {
    aws.script('AssumeRole', session('ASIA1'));
    await open({ name: 'R', externalId: 'x-1' }).read(member, lookup);
    expect(aws.calls[0]?.parameters).toMatchObject({ ExternalId: 'x-1', RoleSessionName: 'trailwarden' });
  });

  it('gets a session of its own, and a new one before the old one ends', async () => {
    aws.script('AssumeRole', session('ASIA1'), session('ASIA2'), session('ASIA3', 180));
    const reader = open();
    await reader.read(member, lookup);
    await reader.read('777788889999', lookup);
    time += 54 * 60_000;
    await reader.read(member, lookup);
    time += 2 * 60_000;
    await reader.read(member, lookup);
    expect(askedWith).toEqual([
      `${member} ASIA1`,
      '777788889999 ASIA2',
      `${member} ASIA1`,
      `${member} ASIA3`,
    ]);
  });

  it.each([
    ['AccessDenied', undefined, /was denied: is the role deployed there/],
    ['Throttling', true, /was throttled by AWS/],
    ['InternalFailure', true, /failed: InternalFailure/],
  ])(
    'that cannot be entered (%s) is said, by name, and not asked again at once',
    async (error, transient, why) => {
      aws.script('AssumeRole', { error, status: 403 });
      const reader = open();
      const answer = await reader.read(member, lookup);
      expect(answer).toMatchObject({
        status: 'unavailable',
        cause: expect.stringContaining(
          `cannot read account ${member}: sts:AssumeRole of arn:aws:iam::${member}:role/TrailwardenReader `,
        ),
      });
      expect(answer).toMatchObject({ cause: expect.stringMatching(why) });
      expect('transient' in answer ? answer.transient : undefined).toBe(transient);
      await reader.read(member, lookup);
      expect([aws.calls.length, askedWith]).toEqual([1, []]);
      aws.script('AssumeRole', session('ASIA9'));
      time += 61_000;
      expect(await reader.read(member, lookup)).toEqual(found);
    },
  );

  it('that an event does not name is nobody to ask', async () => {
    expect(await open().read('unknown', lookup)).toEqual({
      status: 'unavailable',
      cause: 'password-policy: the event names no account',
    });
    expect(aws.calls).toEqual([]);
  });
});
