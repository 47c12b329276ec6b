import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryHistory, memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { answerWindow, type GivenAnswer, givenAnswer } from '../../../shared/history/answer-window.ts';
import type { HistoryRequest } from '../../../shared/history/event-history.ts';
import { dayOf, firstDayOf, judgeFirstSeen, type Sighting } from '../../../shared/history/first-sighting.ts';
import { isSame, reachOf } from '../../../shared/history/noted-order.ts';
import { sampled } from '../../../shared/history/sampled.ts';
import type { HistoryAnswer, HistoryNeed, NotedEvent } from '../../../shared/history/window.ts';
import { notedEventOf, windowKeyOf } from '../../../shared/history/window-key.ts';
import { at, count, firstSeen, request, sequence } from '../../history/requests.ts';

const since = at('01 00:00');
const steps = ['created', 'used', 'deleted'];

/** Minutes since the first of March. */
const timeOf = (minute: number): string => new Date(Date.parse(since) + minute * 60_000).toISOString();

interface ModelRow {
  readonly event: NotedEvent;
  readonly given: GivenAnswer;
  readonly answer: HistoryAnswer;
}

const byDay = (a: Sighting, b: Sighting): number => (a.day < b.day ? -1 : 1);

/** Of an event that is noted with two values, either may stand first. */
const sortedEvents = (answer: HistoryAnswer): HistoryAnswer =>
  'events' in answer
    ? {
        ...answer,
        events: answer.events.toSorted((a, b) =>
          JSON.stringify([a.time, a.id, a.value]) < JSON.stringify([b.time, b.id, b.value]) ? -1 : 1,
        ),
      }
    : answer;

/** Forgets nothing and looks at everything each time. */
const model = () => {
  const rows = new Map<string, ModelRow[]>();
  const days = new Map<string, Sighting[]>();
  return (one: HistoryRequest): HistoryAnswer => {
    const { need } = one;
    const key = windowKeyOf(one);
    if (need.kind === 'first-seen') {
      const kept = days.get(key) ?? [];
      const near = kept.filter(
        ({ day }) => day >= firstDayOf(one.event, need.days) && day <= dayOf(one.event.time),
      );
      const { answer, keep } = judgeFirstSeen(need.days, one.event, near.toSorted(byDay), since);
      if (keep) days.set(key, [...kept.filter(({ day }) => day !== keep.day), keep]);
      return answer;
    }
    const event = notedEventOf(one);
    const kept = rows.get(key) ?? [];
    const known = kept.find((row) => isSame(row.event, event));
    if (known) return known.answer;
    const { from, to } = reachOf(event.time, need.withinMinutes);
    const near = kept.filter((row) => row.event.time >= from && row.event.time <= to);
    const answer = answerWindow(
      need,
      event,
      [...near.map((row) => row.event), event],
      near.map(({ given }) => given),
    );
    rows.set(key, [...kept, { event, answer, given: givenAnswer(answer) }]);
    return answer;
  };
};

const need = (minute: number): fc.Arbitrary<HistoryNeed> =>
  fc.oneof(
    fc.constant(count({ key: 'plain' })),
    fc.constantFrom('x', 'y', 'z').map((distinct) => count({ key: 'distinct', distinct, threshold: 2 })),
    fc.constantFrom(...steps).map((step) => sequence(step, { steps, withinMinutes: 30 })),
    fc.constant(sequence('used', { steps, withinMinutes: 30, as: sampled('used', timeOf(minute), 5) })),
    fc.constantFrom('bob', 'eve').map((key) => firstSeen({ key, days: 2 })),
  );

const event = fc
  .oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 20_000 }))
  .chain((minute) =>
    fc.tuple(fc.constant(minute), fc.uniqueArray(need(minute), { selector: JSON.stringify, maxLength: 4 })),
  );

/** Requests of events in the order of their times; an event may ask for several things. */
const inOrder = fc.array(event, { maxLength: 40 }).map((list) =>
  list
    .toSorted(([a], [b]) => a - b)
    .flatMap(([minute, needs], i): HistoryRequest[] => {
      const about = { id: `e${String(i).padStart(3, '0')}`, time: timeOf(minute) };
      return needs.map((one) => ({ ...request(one, '', '00:00'), event: about }));
    }),
);

const answersOf = async (history: MemoryHistory, requests: readonly HistoryRequest[]) => {
  const answers: HistoryAnswer[] = [];
  for (const one of requests) answers.push(sortedEvents(await history.note(one)));
  return answers;
};

describe('history in memory', () => {
  it('answers events that come in order as if nothing were forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(inOrder, async (requests) => {
        const expected = requests.map(model()).map(sortedEvents);
        expect(await answersOf(memoryEventHistory({ since, lateDays: 0 }), requests)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('answers events of a day in any order, delivered twice, as if nothing were forgotten', async () => {
    const arrivals = inOrder
      .map((requests) => requests.filter(({ event: { time } }) => time <= timeOf(1400)))
      .chain((requests) =>
        fc.shuffledSubarray([...requests, ...requests.slice(0, 5)], { minLength: requests.length }),
      );
    await fc.assert(
      fc.asyncProperty(arrivals, async (requests) => {
        const expected = requests.map(model()).map(sortedEvents);
        expect(await answersOf(memoryEventHistory({ since }), requests)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('goes on from what was kept as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(inOrder, fc.nat(60), async (requests, cut) => {
        const first = memoryEventHistory({ since, lateDays: 0 });
        await answersOf(first, requests.slice(0, cut));
        const before = JSON.parse(JSON.stringify(first.state()));
        // An event that is noted as another one already was is answered anew: its answer is not kept.
        const isOwn = ({ need }: HistoryRequest) => need.as === undefined;
        const whole = await answersOf(memoryEventHistory({ since, lateDays: 0 }), requests);
        const second = await answersOf(
          memoryEventHistory({ since, lateDays: 0, before }),
          requests.slice(cut),
        );
        requests.slice(cut).forEach((one, i) => {
          if (isOwn(one)) expect(second[i]).toEqual(whole[cut + i]);
        });
      }),
    );
  });

  it('keeps no more than twice the window', async () => {
    const history = memoryEventHistory({ since, lateDays: 0 });
    for (let minute = 0; minute < 5000; minute += 1)
      await history.note({
        ...request(count({ distinct: String(minute) }), '', '00:00'),
        event: { id: String(minute), time: timeOf(minute) },
      });
    expect(history.state().windows.map(({ rows }) => rows.length)).toEqual([31]);
  });

  it('forgets keys whose windows are over', async () => {
    const history = memoryEventHistory({ since, lateDays: 0 });
    for (let minute = 0; minute < 10_000; minute += 1) {
      const about = { id: String(minute), time: timeOf(minute) };
      await history.note({ ...request(count({ key: String(minute) }), '', '00:00'), event: about });
    }
    expect(history.state().windows).toHaveLength(31);
  });

  it('tells nothing of what it only remembers, and knows it afterwards', async () => {
    const history = memoryEventHistory({ since });
    const seen = (id: string, clock: string, key = 'bob') => request(firstSeen({ days: 2, key }), id, clock);
    history.remember(seen('b', '11:00'));
    history.remember(seen('a', '10:00'));
    history.remember(request(count({ threshold: 2 }), 'a', '10:00'));
    expect(history.state().sightings[0]?.sightings).toEqual([
      { day: '2026-03-04', at: at('10:00'), by: 'a', met: [] },
    ]);
    const answers = await answersOf(history, [
      seen('c', '12:00'),
      seen('c', '12:00', 'eve'),
      request(count({ threshold: 2 }), 'c', '10:01'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['not-met', 'met', 'met']);
  });
});
