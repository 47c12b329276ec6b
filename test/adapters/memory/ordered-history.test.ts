import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { orderedEventHistory } from '../../../shared/adapters/memory/ordered-history.ts';
import type { HistoryRequest } from '../../../shared/history/event-history.ts';
import type { HistoryNeed } from '../../../shared/history/window.ts';
import { at, count, firstSeen, request, sequence } from '../../history/requests.ts';

const since = at('01 00:00');
const steps = ['created', 'used', 'deleted'];

/** Minutes since the first of March. */
const timeOf = (minute: number): string => new Date(Date.parse(since) + minute * 60_000).toISOString();

const need = fc.oneof(
  fc.constant(count({ key: 'plain' })),
  fc.constantFrom('x', 'y', 'z').map((distinct) => count({ key: 'distinct', distinct, threshold: 2 })),
  fc.constantFrom(...steps).map((step) => sequence(step, { steps, withinMinutes: 30 })),
  fc.constantFrom('bob', 'eve').map((key) => firstSeen({ key, days: 2 })),
) as fc.Arbitrary<HistoryNeed>;

/** Requests of events in the order of their times, some hours to some days apart; an event may ask for several things. */
const requests = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4000 })),
      fc.uniqueArray(need, { selector: (one) => JSON.stringify(one), maxLength: 4 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((list) => {
    let minute = 0;
    return list.flatMap(([later, needs], i): HistoryRequest[] => {
      minute += later;
      const event = { id: `e${String(i).padStart(3, '0')}`, time: timeOf(minute) };
      return needs.map((one) => ({ ...request(one, '', '00:00'), event }));
    });
  });

describe('a history of ordered events', () => {
  it('answers as one that may be asked in any order', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (list) => {
        const ordered = orderedEventHistory(() => since);
        const any = memoryEventHistory({ since });
        for (const one of list) expect(await ordered.note(one)).toEqual(await any.note(one));
      }),
      { numRuns: 300 },
    );
  });

  it('goes on from what was kept as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(requests, fc.nat(60), async (list, cut) => {
        const whole = orderedEventHistory(() => since);
        const first = orderedEventHistory(() => since);
        const answers = [];
        for (const one of list) answers.push(await whole.note(one));
        for (const one of list.slice(0, cut)) await first.note(one);
        const kept = JSON.parse(JSON.stringify(first.state()));
        const second = orderedEventHistory(() => since, kept);
        for (const [i, one] of list.slice(cut).entries())
          expect(await second.note(one)).toEqual(answers[cut + i]);
      }),
    );
  });

  it('takes an event once though it is asked about twice', async () => {
    const history = orderedEventHistory(() => since);
    const asked = request(count({ threshold: 2 }), 'a', '10:00');
    await history.note(asked);
    expect(await history.note(asked)).toMatchObject({ status: 'not-met', count: 1 });
  });

  it('keeps no more than the window', async () => {
    const history = orderedEventHistory(() => since);
    for (let minute = 0; minute < 5000; minute += 1)
      await history.note({
        ...request(count({ distinct: String(minute) }), '', '00:00'),
        event: { id: String(minute), time: timeOf(minute) },
      });
    expect(history.state().windows.map(({ rows }) => rows.length)).toEqual([16]);
  });

  it('forgets keys whose windows are over', async () => {
    const history = orderedEventHistory(() => since);
    for (let minute = 0; minute < 10_000; minute += 1) {
      const event = { id: String(minute), time: timeOf(minute) };
      await history.note({ ...request(count({ key: String(minute) }), '', '00:00'), event });
    }
    expect(history.state().windows).toHaveLength(16);
  });

  it('tells nothing of what it only remembers, and knows it afterwards', async () => {
    const history = orderedEventHistory(() => at('01 00:00'));
    const old = request(firstSeen({ days: 2 }), 'a', '10:00');
    history.remember(old);
    expect((await history.note(request(firstSeen({ days: 2 }), 'b', '11:00'))).status).toBe('not-met');
    expect((await history.note(request(firstSeen({ days: 2, key: 'eve' }), 'c', '11:00'))).status).toBe(
      'met',
    );
    expect(history.state().sightings[0]?.sightings).toEqual([
      { day: '2026-03-04', at: at('10:00'), by: 'a', met: [] },
    ]);
  });
});
