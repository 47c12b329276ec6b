import { describe, expect, it } from 'vitest';
import { accessKey, exampleAccount } from '../../shared/account/example.ts';
import type { SnapshotSources } from '../../shared/account/snapshot.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import type { Digest } from '../../shared/alerts/digest.ts';
import { resendPending } from '../../shared/app/resend-pending.ts';
import { UnknownAccountError } from '../../shared/app/review-account.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { denied, night, readOn, reviewedAccount, withKey, withPassword } from './review-nights.ts';

const rotation = ['access-key-not-rotated'];

/** What a digest tells: kind of news, severity, and how it ended. */
const told = ({ opened, reopened, worsened, resolved }: Digest) =>
  Object.entries({ opened, reopened, worsened, resolved }).flatMap(([kind, { items }]) =>
    items.map(({ severity, end }) => [kind, severity, end].filter(Boolean).join(' ')),
  );

/** Two nights, and what the second says of what the first found. */
const secondNight = async (sources: Partial<SnapshotSources>, ids = rotation) => {
  const { review, digests, open } = reviewedAccount(ids);
  await review(0, readOn(0, withKey('AKIAOLD', { age: 91 })));
  expect(told(digests[0] as Digest)).toEqual(['opened medium']);
  const run = await review(1, sources);
  return { run, told: told(digests[1] as Digest), open: await open() };
};

describe('what a night means for findings', () => {
  it('opens a finding for a failure, by the id of the key', async () => {
    const { review, open, digests } = reviewedAccount(rotation);
    const run = await review(0, readOn(0, withKey('AKIAOLD', { age: 91 })));
    expect(run).toMatchObject({ verdicts: { FAIL: 1 }, recorded: 1, resolved: 0, corrected: 0 });
    expect(await open()).toMatchObject([
      {
        ruleId: 'access-key-not-rotated',
        aspect: 'AKIAOLD',
        severity: 'medium',
        version: 1,
        alertedVersion: 1,
      },
    ]);
    expect(digests).toMatchObject([
      {
        severity: 'medium',
        open: { medium: 1 },
        opened: {
          total: 1,
          items: [
            {
              title: 'Active access key is too old',
              sentence: 'Key AKIAOLD of kim is 91 days old; it may be 90.',
            },
          ],
        },
      },
    ]);
  });

  it.each([
    {
      of: 'still failing: refreshed, and not told again',
      sources: readOn(1, withKey('AKIAOLD', { age: 91 })),
      expected: [],
      count: 2,
    },
    {
      of: 'switched off: put right',
      sources: readOn(1, withKey('AKIAOLD', { age: 91, active: false })),
      expected: ['resolved medium passed'],
    },
    {
      of: 'rotated: the old key is gone',
      sources: readOn(1, withKey('AKIANEW', { age: 0 })),
      expected: ['resolved medium gone'],
    },
    {
      of: 'rotated to another key that is too old: one goes, one comes',
      sources: readOn(1, withKey('AKIANEW', { age: 95 })),
      expected: ['opened medium', 'resolved medium gone'],
      count: 1,
    },
    {
      of: 'not evaluated: stays open',
      sources: { accessKeys: denied('ListAccessKeys') },
      expected: [],
      count: 1,
    },
    {
      of: 'a source that confirms is missing: what is not named may be there all the same',
      sources: {
        ...readOn(1, { accessKeys: withKey('AKIANEW', { age: 0 }).accessKeys }),
        credentialReport: denied('GetCredentialReport'),
      },
      expected: [],
      count: 1,
    },
    {
      of: 'a source that confirms is missing, and another user is listed',
      sources: {
        ...readOn(1, { accessKeys: [accessKey('lee', 'AKIANEW', 0)] }),
        credentialReport: denied('GetCredentialReport'),
      },
      expected: [],
      count: 1,
    },
    {
      of: 'the report shows a key of the user that the list lacks: it may be this one',
      sources: readOn(1, { ...withKey('AKIAOLD', { age: 91 }), accessKeys: [] }),
      expected: [],
      count: 1,
    },
  ])('$of', async ({ sources, expected, count }) => {
    const second = await secondNight(sources);
    expect(second.told).toEqual(expected);
    expect(second.open.map((finding) => finding.count)).toEqual(count === undefined ? [] : [count]);
  });

  it('leaves open what a night could not tell of the very key', async () => {
    const { review, open, digests } = reviewedAccount(['access-key-unused']);
    const { accessKeys } = withKey('AKIAOLD', { age: 91 });
    await review(0, readOn(0, withKey('AKIAOLD', { age: 91 })));
    await review(1, readOn(1, { accessKeys, ...withPassword(1) }));
    expect(digests.map(told)).toEqual([['opened high'], []]);
    expect(await open()).toMatchObject([{ aspect: 'AKIAOLD', count: 1 }]);
  });

  it('ends what the profile no longer asks for', async () => {
    const { review, digests } = reviewedAccount(['user-mfa-missing']);
    await review(0, readOn(0, withKey('AKIAOLD', { age: 1 })), { profile: 'pci-dss-4' });
    await review(1, readOn(1, withKey('AKIAOLD', { age: 1 })));
    expect(digests.map(told)).toEqual([['opened low'], ['resolved low not-asked']]);
  });

  it('tells of what worsens with time', async () => {
    const { review, digests } = reviewedAccount(['console-password-unused']);
    await review(0, readOn(0, withPassword(46)));
    await review(50, readOn(50, withPassword(46)));
    expect(digests.map(told)).toEqual([['opened medium'], ['worsened high']]);
  });

  it('says what could not be judged, by cause', async () => {
    const { review } = reviewedAccount(['access-key-not-rotated', 'access-key-unused', 'user-dormant']);
    const { digest } = await review(0, {
      ...readOn(0, { credentialReport: withPassword(1).credentialReport }),
      accessKeys: denied('ListAccessKeys'),
    });
    expect(digest.unjudged).toEqual({
      total: 1,
      items: [
        {
          cause: 'ListAccessKeys was denied',
          reason: 'denied',
          verdicts: 2,
          checkIds: ['access-key-not-rotated', 'access-key-unused'],
        },
      ],
    });
  });

  it('refuses a snapshot that names no account', async () => {
    const { review } = reviewedAccount(rotation);
    const { accountId: _, ...snapshot } = { accountId: '', partition: 'aws', sources: {} as SnapshotSources };
    await expect(review(0, {}, { snapshot })).rejects.toThrow(UnknownAccountError);
  });
});

describe('a run that is tried again, or broke off', () => {
  it('counts nothing twice, and tells nothing twice', async () => {
    const { review, digests, open } = reviewedAccount(rotation);
    const sources = readOn(0, withKey('AKIAOLD', { age: 91 }));
    await review(0, sources);
    await review(0, sources);
    expect(digests.map(told)).toEqual([['opened medium'], []]);
    expect(digests[0]?.id).not.toBe(digests[1]?.id);
    expect(await open()).toMatchObject([{ count: 1 }]);
  });

  it('tells in the next night what a broken digest did not', async () => {
    const store = memoryFindingStore();
    const broken = reviewedAccount(rotation, store, {
      digests: {
        send: async () => {
          throw new Error('the topic is throttled');
        },
      },
    });
    await expect(broken.review(0, readOn(0, withKey('AKIAOLD', { age: 91 })))).rejects.toThrow(
      'try it again under the same run id',
    );
    const { review, digests } = reviewedAccount(rotation, store);
    await review(1, readOn(1, withKey('AKIANEW', { age: 0 })));
    // Both are told: that it was, and that it is gone.
    expect(digests.map(told)).toEqual([['resolved medium gone']]);
    await review(2, readOn(2, withKey('AKIANEW', { age: 1 })));
    expect(digests.map(told)[1]).toEqual([]);
  });

  it('writes the rest when one finding cannot be written', async () => {
    const store = memoryFindingStore();
    const { review, digests } = reviewedAccount([...rotation, 'console-password-unused'], {
      ...store,
      record: async (occurrence, recordedAt) => {
        if (occurrence.ruleId === 'access-key-not-rotated') throw new Error('the table is throttled');
        return store.record(occurrence, recordedAt);
      },
    });
    const key = withKey('AKIAOLD', { age: 91 });
    const rows = [...key.credentialReport.rows, ...withPassword(50).credentialReport.rows.slice(1)];
    await expect(review(0, readOn(0, { ...key, credentialReport: { rows } }))).rejects.toThrow(
      '1 steps failed',
    );
    expect(digests.map(told)).toEqual([['opened medium']]);
  });

  it('leaves its news to the digest: housekeeping sends no alert of it', async () => {
    const store = memoryFindingStore();
    const { review } = reviewedAccount(rotation, store, {
      digests: {
        send: async () => {
          throw new Error('the topic is throttled');
        },
      },
    });
    await expect(review(0, readOn(0, withKey('AKIAOLD', { age: 91 })))).rejects.toThrow();
    const alerter = {
      send: async () => {
        throw new Error('an alert was sent');
      },
    };
    const resent = await resendPending({ store, alerter, ruleOf: ruleById }, new Date(night(1)));
    expect(resent).toMatchObject({ findings: 0, alerts: 0, failures: [] });
    expect(await Array.fromAsync(store.pendingAlerts(new Date(night(1)).toISOString()))).toHaveLength(1);
    expect(await Array.fromAsync(store.everyOpen(exampleAccount))).toHaveLength(1);
  });
});
