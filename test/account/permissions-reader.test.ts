import { describe, expect, it } from 'vitest';
import type { Lookup, LookupAnswer } from '../../shared/account/lookup.ts';
import { withPermissions } from '../../shared/account/permissions-reader.ts';
import { recordingReader } from './readers.ts';

const account = '111122223333';
const readAt = '2026-03-04T05:06:07.000Z';
const now = () => Date.parse(readAt);

const boundary = 'arn:aws:iam::111122223333:policy/limit';
const values: Readonly<Record<string, unknown>> = {
  'attached-policies user/eve': { managed: ['arn:a'], inline: ['own'] },
  'attached-policies group/team': { managed: ['arn:t'], inline: [] },
  'groups-of-user eve': ['team'],
  'user eve': { arn: 'arn:eve', createdAt: readAt, boundaryArn: boundary },
  'managed-policy arn:a': { document: 'A' },
  'managed-policy arn:t': { document: 'T' },
  [`managed-policy ${boundary}`]: { document: 'B' },
  'inline-policy user/eve own': 'OWN',
};

/** Answers from `values`, but for what is said otherwise. */
const readerWith = (others: Readonly<Record<string, LookupAnswer>> = {}) =>
  recordingReader((_, { kind, id }: Lookup): LookupAnswer => {
    const key = `${kind} ${id}`;
    const value = values[key];
    return (
      others[key] ??
      (value === undefined ? { status: 'absent', kind, readAt } : { status: 'found', kind, value, readAt })
    );
  });

const permissions = (id: string, others?: Readonly<Record<string, LookupAnswer>>) =>
  withPermissions(readerWith(others).reader, now).read(account, { kind: 'permissions', id });

const denied: LookupAnswer = { status: 'unavailable', cause: 'denied' };

describe('permissions', () => {
  it('are all policies of a user, of its groups, and its boundary', async () => {
    expect(await permissions('user/eve')).toEqual({
      status: 'found',
      kind: 'permissions',
      readAt,
      value: {
        policies: [
          { name: 'arn:a', kind: 'managed', holder: 'user/eve', document: 'A' },
          { name: 'own', kind: 'inline', holder: 'user/eve', document: 'OWN' },
          { name: 'arn:t', kind: 'managed', holder: 'group/team', document: 'T' },
        ],
        groups: ['team'],
        boundary: { arn: boundary, document: 'B' },
        gaps: [],
      },
    });
  });

  it.each<[string, string, readonly string[]]>([
    ['a policy', 'managed-policy arn:a', ['policy arn:a: denied']],
    ['an inline policy', 'inline-policy user/eve own', ['inline policy own of user/eve: denied']],
    ['the groups', 'groups-of-user eve', ['groups of user eve: denied']],
    ['policies of a group', 'attached-policies group/team', ['policies of group/team: denied']],
    ['whether there is a boundary', 'user eve', ['permissions boundary of user eve: denied']],
    ['what the boundary says', `managed-policy ${boundary}`, [`permissions boundary ${boundary}: denied`]],
  ])('say that %s could not be read', async (_, key, gaps) => {
    expect(await permissions('user/eve', { [key]: denied })).toMatchObject({ value: { gaps } });
  });

  it('are not made without what may be had a little later', async () => {
    const throttled: LookupAnswer = { status: 'unavailable', cause: 'throttled', transient: true };
    expect(await permissions('user/eve', { 'managed-policy arn:t': throttled })).toEqual(throttled);
  });

  it.each<[string, string, Readonly<Record<string, LookupAnswer>>, object]>([
    ['nobody of that name', 'user/kim', {}, { status: 'absent', kind: 'permissions', readAt }],
    ['its own policies denied', 'user/eve', { 'attached-policies user/eve': denied }, denied],
    [
      'no holder at all',
      'policy/x',
      {},
      {
        status: 'unavailable',
        cause: 'permissions of "policy/x": neither user/NAME, role/NAME nor group/NAME',
      },
    ],
  ])('are not there: %s', async (_, id, others, answer) => {
    expect(await permissions(id, others)).toEqual(answer);
  });

  it('asks a role neither for groups nor a group for a boundary', async () => {
    const { asked, reader } = readerWith({
      'attached-policies role/web': {
        status: 'found',
        kind: 'attached-policies',
        value: { managed: [], inline: [] },
        readAt,
      },
    });
    const all = withPermissions(reader, now);
    await all.read(account, { kind: 'permissions', id: 'role/web' });
    await all.read(account, { kind: 'permissions', id: 'group/team' });
    expect(asked).toEqual([
      `${account} attached-policies role/web`,
      `${account} role web`,
      `${account} attached-policies group/team`,
      `${account} managed-policy arn:t`,
    ]);
  });

  it('are nobody else’s question', async () => {
    const { asked, reader } = readerWith();
    await withPermissions(reader, now).read(account, { kind: 'role', id: 'web' });
    expect(asked).toEqual([`${account} role web`]);
  });
});
