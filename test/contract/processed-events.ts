import { describe, expect, it } from 'vitest';
import type { ProcessedEvent, ProcessedEvents } from '../../shared/reconcile/processed-events.ts';

const hour = { accountId: '111122223333', region: 'us-east-1', hour: '2026-03-04T05' };

const noted = (id: string, over: Partial<ProcessedEvent> = {}): ProcessedEvent => ({
  id,
  time: '2026-03-04T05:06:07.000Z',
  accountId: hour.accountId,
  region: hour.region,
  ...over,
});

/**
 * What every store of processed events does.
 *
 * @param open a process that works on an empty store; the second one given works on the same
 */
export const describeProcessedEvents = (
  name: string,
  open: () => Promise<readonly [ProcessedEvents, ProcessedEvents]>,
): void => {
  describe(`processed events in ${name}`, () => {
    it('knows what was noted, in whatever process, and nothing else', async () => {
      const [one, other] = await open();
      await one.note([noted('e1'), noted('e2')]);
      await other.note([noted('e3')]);
      const there = await one.in(hour);
      expect(['e1', 'e2', 'e3', 'e4'].map((id) => there.has(id))).toEqual([true, true, true, false]);
      expect(there.count).toBe(3);
    });

    it('counts an event once, alone or with others', async () => {
      const [one, other] = await open();
      await one.note([noted('e1'), noted('e2')]);
      await other.note([noted('e2'), noted('e1')]);
      await other.note([noted('e2')]);
      expect((await one.in(hour)).count).toBe(2);
    });

    it.each([
      ['hour', { time: '2026-03-04T06:00:00.000Z' }, { hour: '2026-03-04T06' }],
      ['Region', { region: 'eu-west-1' }, { region: 'eu-west-1' }],
      ['account', { accountId: '444455556666' }, { accountId: '444455556666' }],
    ])('keeps each %s apart, though noted together', async (_, over, where) => {
      const [events] = await open();
      await events.note([noted('here'), noted('there', over)]);
      const [here, there] = [await events.in(hour), await events.in({ ...hour, ...where })];
      expect([here.has('here'), here.has('there')]).toEqual([true, false]);
      expect([there.has('here'), there.has('there')]).toEqual([false, true]);
    });

    it('takes many at once, and none', async () => {
      const [events] = await open();
      const ids = Array.from({ length: 1200 }, (_, i) => `event-${i}`);
      await events.note(ids.map((id) => noted(id)));
      await events.note([]);
      const there = await events.in(hour);
      expect(there.count).toBe(1200);
      expect(ids.every((id) => there.has(id))).toBe(true);
    });
  });
};
