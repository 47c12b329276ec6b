import { describe, expect, it } from 'vitest';
import { cachedReader } from '../../shared/account/cached-reader.ts';
import type { LookupAnswer, LookupKind } from '../../shared/account/lookup.ts';
import { recordingReader, standingClock } from './readers.ts';

const found = (kind: LookupKind, value: unknown): LookupAnswer => ({
  status: 'found',
  kind,
  value,
  readAt: '2026-03-04T05:06:07.000Z',
});

const start = (answerTo?: Parameters<typeof recordingReader>[0], capacity?: number) => {
  const clock = standingClock();
  let answers = 0;
  const { asked, reader } = recordingReader(answerTo ?? ((_, { kind }) => found(kind, answers++)));
  const cached = cachedReader(reader, { now: clock.now, ...(capacity ? { capacity } : {}) });
  const read = (kind: LookupKind, id = 'x', accountId = '1') => cached.read(accountId, { kind, id });
  return { asked, clock, read };
};

describe('an answer is used', () => {
  it.each<[LookupKind, number]>([
    ['access-keys', 10],
    ['access-key-last-used', 60],
    ['attached-policies', 10],
    ['groups-of-user', 10],
    ['role', 10],
    ['password-policy', 60],
    ['trails', 300],
    ['address', 3600],
  ])('%s: for %d seconds', async (kind, seconds) => {
    const { asked, clock, read } = start();
    const first = await read(kind);
    clock.move(seconds * 1000 - 1);
    expect(await read(kind)).toBe(first);
    expect(asked).toHaveLength(1);
    clock.move(1);
    expect(await read(kind)).not.toEqual(first);
    expect(asked).toHaveLength(2);
  });

  it('that AWS knows no such thing as well', async () => {
    const { asked, read } = start((_, { kind }) => ({ status: 'absent', kind, readAt: '' }));
    await read('role');
    expect(await read('role')).toMatchObject({ status: 'absent' });
    expect(asked).toHaveLength(1);
  });

  it.each<[LookupKind, number]>([
    ['trails', 15],
    ['role', 10],
  ])(
    'unavailable: %s for %d seconds, so that a reader in trouble is left in peace',
    async (kind, seconds) => {
      const { asked, clock, read } = start(() => ({ status: 'unavailable', cause: 'throttled' }));
      await read(kind);
      clock.move(seconds * 1000 - 1);
      await read(kind);
      expect(asked).toHaveLength(1);
      clock.move(1);
      await read(kind);
      expect(asked).toHaveLength(2);
    },
  );
});

it('is of one account, kind and thing', async () => {
  const { asked, read } = start();
  await read('role', 'a');
  await read('role', 'b');
  await read('access-keys', 'a');
  await read('role', 'a', '2');
  await read('role', 'a');
  expect(asked).toEqual(['1 role a', '1 role b', '1 access-keys a', '2 role a']);
});

it('asks once, however many ask before the answer has come', async () => {
  const { promise, resolve } = Promise.withResolvers<LookupAnswer>();
  const { asked, clock, read } = start(() => promise);
  const first = read('role');
  // However long it takes: its time begins when it comes.
  clock.move(3_600_000);
  const others = [read('role'), read('role')];
  resolve(found('role', 'ops'));
  expect(await Promise.all([first, ...others])).toEqual(Array(3).fill(found('role', 'ops')));
  expect(asked).toHaveLength(1);
});

it('does not keep an error', async () => {
  let isBroken = true;
  const { read } = start((_, { kind }) => {
    if (isBroken) throw new Error('a bug');
    return found(kind, 'mended');
  });
  await expect(read('role')).rejects.toThrow('a bug');
  isBroken = false;
  expect(await read('role')).toMatchObject({ value: 'mended' });
});

it('forgets the oldest answers beyond its capacity', async () => {
  const { asked, read } = start(undefined, 2);
  for (const id of ['a', 'b', 'c', 'c', 'b', 'a']) await read('role', id);
  expect(asked).toEqual(['1 role a', '1 role b', '1 role c', '1 role a']);
});
