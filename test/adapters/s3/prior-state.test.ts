import type { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { noAccount } from '../../../shared/account/account-reader.ts';
import * as example from '../../../shared/account/example.ts';
import { priorStateRows, withPriorState } from '../../../shared/account/prior-state.ts';
import { s3PriorState, writePriorState } from '../../../shared/adapters/s3/prior-state.ts';

const account = '111122223333';
const readAt = '2026-03-04T01:00:00.000Z';

const fault = (name: string) => Object.assign(new Error('no'), { name });

/** A bucket in memory. */
const bucketOf = (refusal?: Error) => {
  const objects = new Map<string, Uint8Array>();
  const client = {
    send: async ({ input }: GetObjectCommand | PutObjectCommand) => {
      if (refusal) throw refusal;
      const key = input.Key ?? '';
      if ('Body' in input) return void objects.set(key, input.Body as Uint8Array);
      const found = objects.get(key);
      if (!found) throw fault('NoSuchKey');
      return { Body: { transformToByteArray: async () => found } };
    },
  };
  const place = { client: client as unknown as S3Client, bucket: 'b', prefix: 'prior-state' };
  return { objects, place, store: s3PriorState(async () => place) };
};

const trust = example.trustOf({ Service: 'ec2.amazonaws.com' });
const sources = {
  authorization: {
    status: 'read',
    readAt,
    value: {
      users: [example.user('constructor')],
      groups: [example.group('admins', { attachedPolicies: [example.awsPolicy('AdministratorAccess')] })],
      roles: [
        example.role('web', {
          trustPolicy: encodeURIComponent(JSON.stringify(trust)),
          inlinePolicies: [{ name: 'own', document: { Statement: [] } }],
          boundaryArn: 'arn:b',
        }),
      ],
      policies: [example.managedPolicy('app', { Statement: [] })],
    },
  },
  organizationPolicies: { status: 'unavailable', reason: 'denied', cause: 'denied' },
} as unknown as Parameters<typeof priorStateRows>[0]['sources'];
const rows = priorStateRows({ sources }) ?? [];

describe('the state of the last snapshot', () => {
  it('is read as it was written, one object for a question', async () => {
    const { objects, place, store } = bucketOf();
    await writePriorState(place, account, rows, readAt);
    expect(objects.size).toBe(256);
    expect(await store.read(account, 'role/web')).toEqual({
      status: 'read',
      readAt,
      state: {
        readAt,
        inline: { own: '{"Statement":[]}' },
        attached: [],
        boundaryArn: 'arn:b',
        trustPolicy: JSON.stringify(trust),
      },
    });
  });

  it.each(['role/gone', 'constructor', '__proto__'])('knows that there was no %s', async (id) => {
    const { place, store } = bucketOf();
    await writePriorState(place, account, rows, readAt);
    expect(await store.read(account, id)).toEqual({ status: 'read', readAt });
  });

  it('forgets what a later snapshot does not have', async () => {
    const { place, store } = bucketOf();
    await writePriorState(place, account, rows, readAt);
    await writePriorState(place, account, [], '2026-03-05T01:00:00.000Z');
    expect(await store.read(account, 'role/web')).toEqual({
      status: 'read',
      readAt: '2026-03-05T01:00:00.000Z',
    });
  });

  it('has nothing to say of an account without a snapshot', async () => {
    expect(await bucketOf().store.read(account, 'role/web')).toEqual({ status: 'none' });
  });

  it.each([
    ['AccessDenied', undefined],
    ['SlowDown', true],
    ['TimeoutError', true],
    ['ENOENT', undefined],
  ])('says that it could not be had: %s', async (name, transient) => {
    const answer = await bucketOf(fault(name)).store.read(account, 'role/web');
    expect(answer).toMatchObject({
      status: 'unavailable',
      cause: expect.stringContaining('s3://b/prior-state/'),
    });
    expect('transient' in answer ? answer.transient : undefined).toBe(transient);
  });

  it('is not made of an object that is none', async () => {
    const { objects, place, store } = bucketOf();
    await writePriorState(place, account, rows, readAt);
    for (const key of objects.keys()) objects.set(key, Buffer.from('not gzip'));
    expect(await store.read(account, 'role/web')).toMatchObject({ status: 'unavailable' });
  });

  it('answers rules: off without a snapshot, absent when there was no such thing', async () => {
    const { place, store } = bucketOf();
    const reader = withPriorState(noAccount, store);
    const ask = (id: string) => reader.read(account, { kind: 'prior-state', id });
    expect(await ask('role/web')).toMatchObject({ status: 'unavailable', off: true });
    await writePriorState(place, account, rows, readAt);
    expect(await ask('role/web')).toMatchObject({ status: 'found', readAt });
    expect(await ask('role/gone')).toMatchObject({ status: 'absent', readAt });
  });

  it('has a row for each thing of the account, and none when nothing of it is known', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      'user/constructor',
      'group/admins',
      'role/web',
      `policy/arn:aws:iam::${account}:policy/app`,
    ]);
    const denied = {
      ...sources,
      authorization: { status: 'unavailable', reason: 'denied', cause: 'x' },
    } as const;
    expect(priorStateRows({ sources: denied })).toBeUndefined();
  });
});
