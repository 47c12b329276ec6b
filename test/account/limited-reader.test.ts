import { expect, it } from 'vitest';
import { defaultLookupLimit, limitedReader } from '../../shared/account/limited-reader.ts';
import { recordingReader, standingClock } from './readers.ts';

const start = () => {
  const clock = standingClock();
  const { asked, reader } = recordingReader((_, { kind }) => ({ status: 'absent', kind, readAt: '' }));
  const waits: number[] = [];
  const delay = async (millis: number) => void waits.push(millis);
  const limit = { burst: 3, perSecond: 2, patience: 1000 };
  const limited = limitedReader(reader, { now: clock.now, delay }, limit);
  const send = async (count: number) =>
    (
      await Promise.all(
        Array.from({ length: count }, (_, i) => limited.read('1', { kind: 'role', id: String(i) })),
      )
    ).map(({ status }) => status);
  return { asked, clock, waits, send };
};

it('lets a burst through, holds the next back, and gives up on those that would wait too long', async () => {
  const { asked, waits, send } = start();
  expect(await send(7)).toEqual([...Array(5).fill('absent'), 'unavailable', 'unavailable']);
  expect(waits).toEqual([500, 1000]);
  expect(asked).toHaveLength(5);
});

it('lets so many through in a long time as it says', async () => {
  const { asked, clock, send } = start();
  // 20 questions a second for a minute.
  for (let tick = 0; tick < 600; tick += 1) {
    await send(2);
    clock.move(100);
  }
  // The burst, two a second, and those that are due within the patience.
  expect(asked).toHaveLength(3 + 2 * 60 + 1);
});

it('allows a full burst again after a quiet time, and no larger one', async () => {
  const { waits, clock, send } = start();
  await send(3);
  clock.move(3_600_000);
  await send(4);
  expect(waits).toEqual([500]);
});

it('says that asking later may help', async () => {
  const { reader } = recordingReader((_, { kind }) => ({ status: 'absent', kind, readAt: '' }));
  const outside = { now: () => 0, delay: async () => {} };
  const impatient = limitedReader(reader, outside, { burst: 1, perSecond: 1, patience: 0 });
  const read = () => impatient.read('1', { kind: 'role', id: 'a' });
  expect(await read()).toMatchObject({ status: 'absent' });
  expect(await read()).toEqual({
    status: 'unavailable',
    transient: true,
    cause: expect.stringContaining('held back'),
  });
});

it('by default holds back for less time than a look-up may take', () => {
  expect(defaultLookupLimit.patience).toBeLessThan(10_000);
});
