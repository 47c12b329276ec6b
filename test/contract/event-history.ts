import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryEventHistory } from '../../shared/adapters/memory/event-history.ts';
import type { EventHistory, HistoryRequest } from '../../shared/history/event-history.ts';
import type { HistoryAnswer, HistoryNeed } from '../../shared/history/window.ts';
import { at, count, firstSeen, request, sequence } from '../history/requests.ts';

/** What is remembered, and the processes that work on it. */
export interface Remembered {
  /** A new process. */
  open(): EventHistory;
}

/** All rules that the suite notes events for. */
export const ruleIds = ['some-rule', 'another-rule'];

const since = at('01 00:00');

const idsOf = (answer: HistoryAnswer): readonly string[] =>
  'events' in answer ? answer.events.map(({ id }) => id) : [];

/** Status, count and ids of the events. */
const brief = (answer: HistoryAnswer) => [
  answer.status,
  'count' in answer ? answer.count : undefined,
  idsOf(answer),
];

const inTurn = async (history: EventHistory, requests: readonly HistoryRequest[]) => {
  const answers: HistoryAnswer[] = [];
  for (const one of requests) answers.push(await history.note(one));
  return answers;
};

const describeCounts = (start: () => Promise<Remembered>): void => {
  describe('a count', () => {
    it('is met by the event that fills the window, and by those after it', async () => {
      const history = (await start()).open();
      const clocks = ['10:00', '10:05', '10:14', '10:16', '10:45'];
      const answers = await inTurn(
        history,
        clocks.map((clock, i) => request(count(), `e${i}`, clock)),
      );
      expect(answers.map(brief)).toEqual([
        ['not-met', 1, ['e0']],
        ['not-met', 2, ['e0', 'e1']],
        ['met', 3, ['e0', 'e1', 'e2']],
        ['met', 3, ['e1', 'e2', 'e3']],
        ['not-met', 1, ['e4']],
      ]);
    });

    it('counts by event time, whatever the order of arrival', async () => {
      const history = (await start()).open();
      const answers = await inTurn(history, [
        request(count(), 'last', '10:14'),
        request(count(), 'first', '10:00'),
        request(count(), 'middle', '10:07'),
      ]);
      expect(answers.map(brief)).toEqual([
        ['not-met', 1, ['last']],
        ['not-met', 2, ['first', 'last']],
        ['met', 3, ['first', 'middle', 'last']],
      ]);
    });

    it('counts an event once, and answers it again as at first', async () => {
      const remembered = await start();
      const history = remembered.open();
      const requests = ['e0', 'e1', 'e2'].map((id, i) => request(count(), id, `10:0${i}`));
      const answers = await inTurn(history, requests);
      expect(answers.map(({ status }) => status)).toEqual(['not-met', 'not-met', 'met']);
      expect(await inTurn(remembered.open(), requests)).toEqual(answers);
      expect(brief(await history.note(request(count({ threshold: 4 }), 'e0', '10:00')))).toEqual([
        'not-met',
        1,
        ['e0'],
      ]);
    });

    it('counts distinct values, and one event once for each of its values', async () => {
      const history = (await start()).open();
      const of = (distinct: string, id: string, clock: string) =>
        request(count({ distinct, threshold: 3 }), id, clock);
      const answers = await inTurn(history, [
        of('x', 'e0', '10:00'),
        of('x', 'e1', '10:01'),
        of('y', 'e1', '10:01'),
        of('y', 'e1', '10:01'),
        of('z', 'e2', '10:02'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([
        'not-met',
        'not-met',
        'not-met',
        'not-met',
        'met',
      ]);
      expect(answers.map((answer) => 'count' in answer && answer.count)).toEqual([1, 1, 2, 2, 3]);
    });

    it('that was met before repeats, until a window later', async () => {
      const remembered = await start();
      const clocks = ['10:00', '10:01', '10:02', '10:09', '10:17', '10:18', '10:19', '10:03'];
      const requests = clocks.map((clock, i) => request(count(), `e${i}`, clock));
      const answers = await inTurn(remembered.open(), requests);
      const told = answers.map((answer) =>
        answer.status === 'met' ? ('repeats' in answer ? 'again' : 'new') : '',
      );
      expect(told).toEqual(['', '', 'new', 'again', 'again', 'new', 'again', 'again']);
      expect(await inTurn(remembered.open(), requests)).toEqual(answers);
    });

    it('notes events that are noted as one and the same once, and answers them as the first', async () => {
      const history = (await start()).open();
      const of = (id: string, clock: string, as: string) => {
        const minute = { id: `minute ${as}`, time: at(as) };
        return request(count({ threshold: 2, as: minute }), id, clock);
      };
      const answers = await inTurn(history, [
        of('e0', '10:00:10', '10:00'),
        of('e1', '10:00:20', '10:00'),
        of('e2', '10:01:30', '10:01'),
        of('e3', '10:00:40', '10:00'),
        of('e4', '10:01:50', '10:01'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(['not-met', 'not-met', 'met', 'not-met', 'met']);
      expect(answers[4]).toEqual(answers[2]);
    });

    it('gives the notes of its events back', async () => {
      const history = (await start()).open();
      const note = { user: 'eve\u0000\ud800 ünïcode "quoted"', long: 'x'.repeat(2000) };
      const need = count({ threshold: 1, note, distinct: 'value' });
      const answer = await history.note(request(need, 'e0', '10:00'));
      const expected = { id: 'e0', time: at('10:00'), value: 'value', note };
      expect(answer).toEqual({ status: 'met', count: 1, events: [expected] });
    });
  });
};

const describeSequences = (start: () => Promise<Remembered>): void => {
  describe('a sequence', () => {
    it.each([
      ['in order', ['created', 'used']],
      ['the later step first', ['used', 'created']],
    ])('%s: met by the last of its events to arrive', async (_, order) => {
      const history = (await start()).open();
      const clocks: Record<string, string> = { created: '10:00', used: '10:30' };
      const answers = await inTurn(
        history,
        order.map((step) => request(sequence(step), step, clocks[step] ?? '')),
      );
      expect(answers.map(brief)).toEqual([
        ['not-met', 1, [order[0]]],
        ['met', 2, ['created', 'used']],
      ]);
    });

    it('is met within one second, in either order, and by one event that is two steps only once', async () => {
      const history = (await start()).open();
      const steps = ['try', 'try', 'in'];
      const of = (step: string, id: string) => request(sequence(step, { steps }), id, '10:00');
      const answers = await inTurn(history, [of('in', 'e9'), of('try', 'e5'), of('try', 'e7')]);
      expect(answers.map(({ status }) => status)).toEqual(['not-met', 'not-met', 'met']);
      expect(await history.note(of('try', 'e7'))).toEqual(answers[2]);
    });

    it('is not met beyond its window', async () => {
      const history = (await start()).open();
      const [, answer] = await inTurn(history, [
        request(sequence('created'), 'e0', '10:00'),
        request(sequence('used'), 'e1', '11:00:01'),
      ]);
      expect(answer?.status).toBe('not-met');
    });
  });
};

const describeFirstSeen = (start: () => Promise<Remembered>): void => {
  describe('first seen', () => {
    const seen = (id: string, clock: string, days = 10) => request(firstSeen({ days }), id, clock);

    it('is not said before the history is long enough, but what was seen is known', async () => {
      const history = (await start()).open();
      const answers = await inTurn(history, [
        seen('e0', '05 10:00'),
        request(firstSeen({ key: 'other' }), 'e1', '10 23:59:59'),
        seen('e2', '12 10:00'),
        request(firstSeen({ key: 'third' }), 'e3', '11 00:00'),
      ]);
      expect(answers.map(brief)).toEqual([
        ['learning', undefined, []],
        ['learning', undefined, []],
        ['not-met', 1, ['e0']],
        ['met', 1, ['e3']],
      ]);
      expect(answers[0]).toEqual({ status: 'learning', until: at('11 00:00') });
    });

    it('looks back whole days, and forgets', async () => {
      const history = (await start()).open();
      const answers = await inTurn(history, [
        seen('e0', '14 23:00', 2),
        seen('e1', '14 23:30', 2),
        seen('e2', '16 22:00', 2),
        seen('e3', '19 00:00', 2),
      ]);
      expect(answers.map(brief)).toEqual([
        ['met', 1, ['e0']],
        ['not-met', 1, ['e0']],
        ['not-met', 1, ['e0']],
        ['met', 1, ['e3']],
      ]);
    });

    it('is said of an event that comes late but was earlier, and again when either is redelivered', async () => {
      const remembered = await start();
      const requests = [seen('later', '14 11:00'), seen('earlier', '14 10:00'), seen('between', '14 10:30')];
      const answers = await inTurn(remembered.open(), requests);
      expect(answers.map(({ status }) => status)).toEqual(['met', 'met', 'not-met']);
      const again = await inTurn(remembered.open(), requests);
      expect(again.map(({ status }) => status)).toEqual(['met', 'met', 'not-met']);
    });

    it('knows what was seen when the days are changed', async () => {
      const history = (await start()).open();
      const answers = await inTurn(history, [seen('e0', '12 10:00', 2), seen('e1', '16 10:00', 5)]);
      expect(answers.map(({ status }) => status)).toEqual(['met', 'not-met']);
    });
  });
};

const needs: readonly HistoryNeed[] = [
  count({ threshold: 1 }),
  sequence('used', { steps: ['used'] }),
  firstSeen({ days: 1 }),
];

const describeKeys = (start: () => Promise<Remembered>): void => {
  describe('what belongs together', () => {
    it.each(needs.map((need) => [need.kind, need] as const))(
      '%s: another key, rule or account is another window',
      async (_, need) => {
        const history = (await start()).open();
        const answers = await inTurn(history, [
          request(need, 'e0', '10 10:00'),
          request({ ...need, key: 'alice' }, 'e1', '10 10:01'),
          request(need, 'e2', '10 10:02', { ruleId: 'another-rule' }),
          request(need, 'e3', '10 10:03', { accountId: '444455556666' }),
        ]);
        for (const answer of answers) expect(brief(answer).slice(0, 2)).toEqual(['met', 1]);
      },
    );

    it.each([
      ['empty', '', ' '],
      ['long', 'x'.repeat(5000), `${'x'.repeat(4999)}y`],
      ['made of separators', 'a#b', 'a'],
      ['JSON', '["a"]', '["a","b"]'],
      ['no text in Unicode', 'a\ud800', 'a\ud801'],
      ['in two alphabets', 'admin', '\u0430dmin'],
    ])('a key may be %s', async (_, one, other) => {
      const history = (await start()).open();
      const answers = await inTurn(history, [
        request(count({ key: one, threshold: 1 }), 'e0', '10:00'),
        request(count({ key: other, threshold: 1 }), 'e1', '10:00'),
        request(count({ key: one, threshold: 1 }), 'e2', '10:00'),
      ]);
      expect(answers.map((answer) => 'count' in answer && answer.count)).toEqual([1, 1, 2]);
    });

    it('terms of one rule do not mix', async () => {
      const history = (await start()).open();
      const answers = await inTurn(history, [
        request(count({ threshold: 1 }), 'e0', '10:00'),
        request(count({ threshold: 1, withinMinutes: 60 }), 'e1', '10:00'),
        request(count({ threshold: 1, distinct: 'x' }), 'e2', '10:00'),
      ]);
      expect(answers.map((answer) => 'count' in answer && answer.count)).toEqual([1, 1, 1]);
    });
  });
};

const writers = 20;

const describeConcurrency = (start: () => Promise<Remembered>): void => {
  describe(`${writers} processes at once`, () => {
    const processes = async () => {
      const remembered = await start();
      return Array.from({ length: writers }, () => remembered.open());
    };

    it('one of them at least sees the window full', async () => {
      const histories = await processes();
      const requests = histories.map((_, i) =>
        request(count({ threshold: writers }), `e${i}`, `10:00:${String(i).padStart(2, '0')}`),
      );
      const answers = await Promise.all(histories.map((history, i) => history.note(requests[i] as never)));
      expect(answers.filter(({ status }) => status === 'met').length).toBeGreaterThanOrEqual(1);
      const again = await Promise.all(histories.map((history, i) => history.note(requests[i] as never)));
      expect(again).toEqual(answers);
    });

    it('the same event is answered in the same way', async () => {
      const histories = await processes();
      await inTurn(histories[0] as never, [request(count(), 'e1', '10:00'), request(count(), 'e2', '10:01')]);
      const answers = await Promise.all(
        histories.map((history) => history.note(request(count(), 'e3', '10:02'))),
      );
      expect(brief(answers[0] as never)).toEqual(['met', 3, ['e1', 'e2', 'e3']]);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    });

    it('one event of a new key is the first', async () => {
      const histories = await processes();
      const requests = histories.map((_, i) => request(firstSeen({ days: 1 }), `e${i}`, '10 10:00'));
      const answers = await Promise.all(histories.map((history, i) => history.note(requests[i] as never)));
      const met = answers.filter(({ status }) => status === 'met');
      expect(met).toHaveLength(1);
      const again = await Promise.all(histories.map((history, i) => history.note(requests[i] as never)));
      expect(again.map(({ status }) => status)).toEqual(answers.map(({ status }) => status));
    });
  });
};

/** Events of a quarter of an hour, delivered in any order and some of them more than once, to any of three processes. */
const deliveries = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 40 }),
      key: fc.constantFrom('bob', 'eve'),
      value: fc.constantFrom('x', 'y', 'z'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((events) => {
    const numbered = events.map((event, i) => ({ ...event, id: `e${i}` }));
    const delivered = [...numbered, ...numbered.slice(0, 3)];
    return fc.tuple(
      fc.shuffledSubarray(delivered, { minLength: delivered.length }),
      fc.array(fc.nat(2), { minLength: delivered.length, maxLength: delivered.length }),
    );
  });

const needOf: Readonly<Record<string, (key: string, value: string) => HistoryNeed>> = {
  count: (key) => count({ key }),
  distinct: (key, value) => count({ key, distinct: value, threshold: 2 }),
  sequence: (key, value) => sequence(value, { key, steps: ['x', 'y', 'z'], withinMinutes: 15 }),
  'first-seen': (key, value) => firstSeen({ key: `${key} ${value}`, days: 1 }),
};

/**
 * What a rule can tell answers apart by. Of a first-seen key that is not new, a process may name the event that it knows where another knows an earlier
 * one: the rule stays quiet and names neither. That there is one, or none, all know alike.
 */
const comparable = (answer: HistoryAnswer | undefined, isFirstSeen: boolean): unknown =>
  isFirstSeen && answer?.status === 'not-met' ? [answer.status, answer.count > 0] : answer;

/** Events that an answer names and that were never delivered, or came later than the event that asks. */
const strangersIn = (answer: HistoryAnswer | undefined, delivered: readonly string[], time: string) =>
  answer !== undefined && 'events' in answer
    ? answer.events.filter((event) => !delivered.includes(event.id) || event.time > time)
    : [];

const describeOrders = (start: () => Promise<Remembered>, runs: number): void => {
  describe('in any order, with duplicates', () => {
    it.each(Object.entries(needOf))('%s: answers as the memory does', async (kind, make) => {
      const isFirstSeen = kind === 'first-seen';
      const remembered = await start();
      const processes = [0, 1, 2].map(() => remembered.open());
      let accounts = 0;
      await fc.assert(
        fc.asyncProperty(deliveries, async ([order, takers]) => {
          // An account of its own for each run, so that the runs share a table.
          const accountId = String(100_000_000_000 + accounts++);
          const memory = memoryEventHistory({ since });
          for (const [i, { id, minute, key, value }] of order.entries()) {
            const clock = `20 10:${String(minute).padStart(2, '0')}`;
            const one = request(make(key, value), id, clock, { accountId });
            const answer = await processes[takers[i] ?? 0]?.note(one);
            expect(comparable(answer, isFirstSeen)).toEqual(comparable(await memory.note(one), isFirstSeen));
            const delivered = order.slice(0, i + 1).map((each) => each.id);
            if (isFirstSeen) expect(strangersIn(answer, delivered, one.event.time)).toEqual([]);
          }
        }),
        { numRuns: runs },
      );
    });
  });
};

/**
 * What every event history keeps to.
 *
 * @param begin an empty history that begins at a time, ISO 8601
 * @param runs of the order properties: their orders are drawn at random
 */
export const describeEventHistory = (
  name: string,
  begin: (since: string) => Promise<Remembered>,
  runs = 25,
): void => {
  describe(`event history: ${name}`, () => {
    const start = () => begin(since);
    describeCounts(start);
    describeSequences(start);
    describeFirstSeen(start);
    describeKeys(start);
    describeConcurrency(start);
    describeOrders(start, runs);
  });
};
