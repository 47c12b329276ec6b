import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryEventHistory } from '../../shared/adapters/memory/event-history.ts';
import { answerWindow, givenAnswer, recalledAnswer } from '../../shared/history/answer-window.ts';
import { countEvents } from '../../shared/history/count-events.ts';
import { findSequence } from '../../shared/history/find-sequence.ts';
import { judgeFirstSeen, primedSighting, type Sighting } from '../../shared/history/first-sighting.ts';
import { sampled } from '../../shared/history/sampled.ts';
import type { NotedEvent } from '../../shared/history/window.ts';
import { at, count, request, sequence } from './requests.ts';

const noted = (id: string, clock: string, value?: string): NotedEvent => ({
  id,
  time: at(clock),
  ...(value === undefined ? {} : { value }),
});

describe('a count is that of the fullest window that holds the event', () => {
  const clocks = ['10:00', '10:10', '10:15', '10:16', '10:31', '10:32'];
  const events = clocks.map((clock, i) => noted(`e${i}`, clock));
  it.each([
    ['the first', 0, 3, ['e0', 'e1', 'e2']],
    ['the second, in the window of the first though its own is as full', 1, 3, ['e0', 'e1', 'e2']],
    ['one that stands last in its fullest', 3, 3, ['e1', 'e2', 'e3']],
    ['the last', 5, 2, ['e4', 'e5']],
  ])('%s', (_, index, expected, ids) => {
    const answer = countEvents(count(), events[index] as NotedEvent, events);
    expect(answer.count).toBe(expected);
    expect(answer.events.map(({ id }) => id)).toEqual(ids);
  });

  it('both ends of the window belong to it, and nothing beyond', () => {
    const edge = (clock: string) =>
      countEvents(count({ threshold: 2 }), noted('a', '10:00'), [noted('a', '10:00'), noted('b', clock)])
        .status;
    expect([edge('10:15'), edge('10:15:01'), edge('09:45'), edge('09:44:59')]).toEqual([
      'met',
      'not-met',
      'met',
      'not-met',
    ]);
  });

  it('counts distinct values once, whatever leaves the window', () => {
    const events = [
      noted('a', '10:00', 'x'),
      noted('b', '10:01', 'x'),
      noted('c', '10:14', 'y'),
      noted('d', '10:16', 'x'),
      noted('e', '10:20', 'z'),
    ];
    const answer = countEvents(count({ distinct: 'y' }), events[2] as NotedEvent, events);
    expect(answer).toMatchObject({ status: 'met', count: 3 });
    expect(
      countEvents(count({ distinct: 'x', threshold: 4 }), events[0] as NotedEvent, events),
    ).toMatchObject({
      status: 'not-met',
      count: 2,
    });
  });

  it('shows the latest fifty', () => {
    const events = Array.from({ length: 59 }, (_, i) =>
      noted(`e${i + 100}`, `10:00:${String(i).padStart(2, '0')}`),
    );
    const answer = countEvents(count(), events[3] as NotedEvent, events);
    expect([answer.count, answer.events.length, answer.events.at(-1)?.id]).toEqual([59, 50, 'e158']);
  });

  it('agrees with trying every window', () => {
    const minutes = fc.array(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.constantFrom('x', 'y', 'z')), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(minutes, fc.boolean(), (list, isDistinct) => {
        const events = list.map(([minute, value], i) =>
          noted(`e${i}`, `10:${String(minute).padStart(2, '0')}`, value),
        );
        const need = isDistinct ? count({ distinct: 'x' }) : count();
        const [event] = events as [NotedEvent];
        const minuteOf = ({ time }: NotedEvent) => Date.parse(time) / 60_000;
        const windows = events
          .filter((start) => minuteOf(start) <= minuteOf(event) && minuteOf(event) <= minuteOf(start) + 15)
          .map((start) =>
            events.filter((one) => minuteOf(one) >= minuteOf(start) && minuteOf(one) <= minuteOf(start) + 15),
          )
          .map((window) => new Set(window.map(({ id, value }) => (isDistinct ? value : id))).size);
        expect(countEvents(need, event, events).count).toBe(Math.max(...windows));
      }),
    );
  });
});

describe('a sequence', () => {
  it('a window of seconds that make no whole minutes holds its last one', () => {
    // 65 / 60 × 60,000 is less than 65,000.
    const events = [noted('a', '10:00', 'created'), noted('b', '10:01:05', 'used')];
    const need = sequence('used', { withinMinutes: 65 / 60 });
    expect(findSequence(need, events[1] as NotedEvent, events).status).toBe('met');
  });

  const created = noted('c', '10:00', 'created');
  const used = (clock: string) => noted('u', clock, 'used');
  it.each([
    ['in order', '10:30', 'met'],
    ['at the end of the window', '11:00', 'met'],
    ['after it', '11:00:01', 'not-met'],
    ['in the same second', '10:00', 'met'],
    ['the wrong way round', '09:59:59', 'not-met'],
  ])('%s', (_, clock, status) => {
    const events = [created, used(clock)];
    expect(findSequence(sequence('used'), used(clock), events).status).toBe(status);
    expect(findSequence(sequence('created'), created, events).status).toBe(status);
  });

  it('takes the steps that are nearest to the event', () => {
    const steps = ['a', 'b', 'c'];
    const events = [
      noted('a1', '10:00', 'a'),
      noted('a2', '10:05', 'a'),
      noted('b1', '10:10', 'b'),
      noted('c1', '10:15', 'c'),
      noted('c2', '10:20', 'c'),
    ];
    const answer = findSequence(sequence('b', { steps }), events[2] as NotedEvent, events);
    expect(answer).toMatchObject({ status: 'met', count: 3 });
    expect(answer.events.map(({ id }) => id)).toEqual(['a2', 'b1', 'c1']);
  });

  it('uses no event for two steps', () => {
    const steps = ['failed', 'failed', 'succeeded'];
    const once = [noted('f', '10:00', 'failed'), noted('s', '10:01', 'succeeded')];
    const need = sequence('succeeded', { steps });
    expect(findSequence(need, once[1] as NotedEvent, once).status).toBe('not-met');
    expect(findSequence(need, once[1] as NotedEvent, [...once, noted('g', '10:00', 'failed')]).status).toBe(
      'met',
    );
  });

  it('says what it has when it is not met', () => {
    expect(findSequence(sequence('used'), used('10:00'), [used('10:00')])).toEqual({
      status: 'not-met',
      count: 1,
      events: [used('10:00')],
    });
  });
});

/** Events that arrive one after another; the ids that were answered "met", and the set at the end. */
const play = (
  needOf: (event: NotedEvent) => Parameters<typeof answerWindow>[0],
  arrivals: readonly NotedEvent[],
) => {
  const rows = new Map<string, NotedEvent>();
  const given = new Map<string, string>();
  for (const event of arrivals) {
    rows.set(event.id, event);
    const { status } = answerWindow(needOf(event), event, [...rows.values()], []);
    if (!given.has(event.id)) given.set(event.id, status);
  }
  return given;
};

describe('in any order, with duplicates', () => {
  const step = fc.constantFrom('created', 'used', 'deleted');
  const events = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 40 }), step), { minLength: 1, maxLength: 7 })
    .map((list) =>
      list.map(([minute, value], i) => noted(`e${i}`, `10:${String(minute).padStart(2, '0')}`, value)),
    );
  const arrivals = events.chain((list) => {
    const delivered = [...list, ...list.slice(0, 2)];
    return fc.tuple(fc.constant(list), fc.shuffledSubarray(delivered, { minLength: delivered.length }));
  });
  const needs = {
    count: () => count(),
    distinct: ({ value = '' }: NotedEvent) => count({ distinct: value, threshold: 2 }),
    sequence: ({ value = '' }: NotedEvent) =>
      sequence(value, { steps: ['created', 'used', 'deleted'], withinMinutes: 15 }),
  };

  it.each(Object.entries(needs))(
    '%s: whatever is met at the end was met by the last to arrive',
    (_, needOf) => {
      fc.assert(
        fc.property(arrivals, ([list, order]) => {
          const given = play(needOf, order);
          const met = list.filter((event) => answerWindow(needOf(event), event, list, []).status === 'met');
          const firstArrivals = [...given.keys()];
          for (const event of met) {
            const { events } = answerWindow(needOf(event), event, list, []);
            const last = events
              .map(({ id }) => id)
              .sort((a, b) => firstArrivals.indexOf(b) - firstArrivals.indexOf(a))[0];
            expect(given.get(last ?? ''), `last of ${event.id}'s window`).toBe('met');
          }
          // Never "met" without a window that is.
          for (const [id, status] of given)
            if (status === 'met') expect(met.map((one) => one.id)).toContain(id);
        }),
      );
    },
  );
});

describe('what was answered "met" is a repetition until a window later', () => {
  const events = ['10:00', '10:05', '10:10', '10:15'].map((clock) => noted(clock, clock));
  const [, , third, fourth] = events as [NotedEvent, NotedEvent, NotedEvent, NotedEvent];
  const repeats = (event: NotedEvent, ...given: Parameters<typeof answerWindow>[3]) =>
    answerWindow(count(), event, events, given).repeats ?? false;
  const first = givenAnswer(answerWindow(count(), third, events, []));
  const second = givenAnswer(answerWindow(count(), fourth, events, [first]));

  it('after a first one', () => expect([repeats(third), repeats(fourth, first)]).toEqual([false, true]));
  it('not after repetitions alone, or it would be told once and for all', () =>
    expect([repeats(fourth, second), repeats(fourth, first, second)]).toEqual([false, true]));
  it('not after what was not met', () => {
    const notMet = givenAnswer(answerWindow(count({ threshold: 9 }), third, events, [first]));
    expect([notMet.repeats, repeats(fourth, notMet)]).toEqual([undefined, false]);
  });
  it('is recalled as such', () =>
    expect(recalledAnswer(second, events)).toEqual(answerWindow(count(), fourth, events, [first])));
});

describe('events that are noted as one', () => {
  it.each([
    ['10:00:01', 5, '10:05:00'],
    ['10:04:59', 5, '10:05:00'],
    ['10:05:00', 5, '10:05:00'],
    ['10:05:01', 60, '11:00:00'],
  ])('at %s, in %i minutes, count at %s', (clock, minutes, expected) => {
    expect(sampled('x', at(clock), minutes)).toEqual({ id: `x@${at(expected)}`, time: at(expected) });
  });

  it('count once, and are answered as the first was', async () => {
    const history = memoryEventHistory();
    const noteAt = (id: string, clock: string, kind = 'x') =>
      history.note(request(count({ threshold: 2, as: sampled(kind, at(clock), 5) }), id, clock));
    const answers = [
      await noteAt('a', '10:00:10'),
      await noteAt('b', '10:00:20'),
      await noteAt('c', '10:00:30', 'y'),
      await noteAt('d', '10:04:59'),
      await noteAt('e', '10:06'),
    ];
    expect(answers.map((answer) => ('count' in answer ? answer.count : 0))).toEqual([1, 1, 2, 1, 3]);
  });
});

it('an answer is recalled without the events that have expired', () => {
  const events = [noted('a', '10:00', 'x'), noted('b', '10:01')];
  const answer = { status: 'met', count: 2, events } as const;
  expect(recalledAnswer(givenAnswer(answer), events)).toEqual(answer);
  expect(recalledAnswer(givenAnswer(answer), events.slice(1))).toEqual({
    ...answer,
    events: events.slice(1),
  });
});

describe('first seen', () => {
  const since = at('01 00:00');
  const seen = (clock: string, by: string, met: string[] = []): Sighting => ({
    day: at(clock).slice(0, 10),
    at: at(clock),
    by,
    met,
  });
  const judge = (clock: string, id: string, sightings: Sighting[], days = 2) =>
    judgeFirstSeen(days, { id, time: at(clock) }, sightings, since);

  it.each([
    ['a new key', '10:00', [], 'met', { by: 'e', met: ['e'] }],
    ['seen earlier that day: nothing to write', '10:00', [seen('09:00', 'x')], 'not-met', undefined],
    [
      'seen the day before: noted once for the day',
      '10:00',
      [seen('03 09:00', 'x')],
      'not-met',
      { by: 'e', met: [] },
    ],
    ['seen in the same second by another', '10:00', [seen('10:00', 'x')], 'not-met', undefined],
    [
      'seen later that day only: it came late',
      '10:00',
      [seen('11:00', 'x', ['x'])],
      'met',
      { by: 'e', met: ['x', 'e'] },
    ],
    ['delivered again', '10:00', [seen('10:00', 'e', ['e'])], 'met', undefined],
    [
      'delivered again after an earlier one came',
      '10:00',
      [seen('09:00', 'x', ['e', 'x'])],
      'met',
      undefined,
    ],
    ['delivered again, not met at first', '10:00', [seen('10:00', 'e')], 'not-met', undefined],
  ])('%s', (_, clock, sightings, status, keep) => {
    const judged = judge(clock, 'e', sightings);
    expect(judged.answer.status).toBe(status);
    expect(judged.keep).toEqual(keep && expect.objectContaining(keep));
  });

  it('is not said while too little has been seen, but what was seen is known', () => {
    const learning = { status: 'learning', until: at('11 00:00') };
    expect(judge('10 23:59:59', 'e', [], 10).answer).toEqual(learning);
    expect(judge('10 23:59:59', 'e', [], 10).keep).toMatchObject({ by: 'e', met: [] });
    expect(judge('10 23:59:59', 'e', [seen('10 23:59:59', 'e')], 10)).toEqual({ answer: learning });
    expect(judge('10 23:59:59', 'e', [seen('09 10:00', 'x')], 10).answer.status).toBe('not-met');
    expect(judge('11 00:00', 'e', [], 10).answer.status).toBe('met');
  });

  it.each([
    ['nothing is known of the day', undefined, 'e'],
    ['a later event is', seen('11:00', 'x', ['x']), 'e'],
    ['an earlier event is', seen('09:00', 'x'), undefined],
    ['the same event is', seen('10:00', 'e'), undefined],
  ])('priming keeps the earliest event of a day: %s', (_, today, by) => {
    expect(primedSighting({ id: 'e', time: at('10:00') }, today)?.by).toBe(by);
  });
});
