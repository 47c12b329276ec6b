import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Occurrence, Undoing } from '../../shared/findings/finding.ts';
import type { FindingStore } from '../../shared/findings/finding-store.ts';
import type { Severity } from '../../shared/rules/severity.ts';
import { account, actor, at, event, occurrence, undoing } from '../findings/occurrences.ts';
import { failure, findingIdOfFailure, foundBy, passedBy } from '../findings/verdicts.ts';

const now = at('23:00');

type Step = Occurrence | Undoing;

const take = async (store: FindingStore, steps: readonly Step[]) => {
  for (const step of steps) await ('ruleId' in step ? store.record(step, now) : store.resolve(step, now));
};

/** An event that puts right what the review found. */
const fixedAt = (id: string, time: string, findingId = findingIdOfFailure()): Undoing => ({
  findingId,
  accountId: account,
  actor: actor('carol'),
  event: event(id, time),
});

const shownOf = (finding: Finding | undefined) =>
  finding && [
    finding.status,
    finding.severity,
    finding.count,
    finding.news.type,
    finding.news.digest ?? 'live',
  ];

/** What every finding store keeps to where a run of the review has a say. @param runs of the properties */
export const describeReviewFindings = (
  name: string,
  makeStore: () => Promise<FindingStore>,
  runs = 25,
): void => {
  describe(`findings of the review: ${name}`, () => {
    it.each<[string, readonly Step[], unknown]>([
      ['a failure opens', [foundBy('n1', at('01:00'))], ['open', 'medium', 1, 'opened', true]],
      [
        'the same run again counts once',
        [foundBy('n1', at('01:00')), foundBy('n1', at('01:00'))],
        ['open', 'medium', 1, 'opened', true],
      ],
      [
        'the next run refreshes',
        [foundBy('n1', at('01:00')), foundBy('n2', at('02:00'), { message: 'other', data: {} })],
        ['open', 'medium', 2, 'opened', true],
      ],
      [
        'it worsens',
        [foundBy('n1', at('01:00')), foundBy('n2', at('02:00'), { severity: 'high' })],
        ['open', 'high', 2, 'worsened', true],
      ],
      [
        'a run that finds nothing wrong resolves',
        [foundBy('n1', at('01:00')), passedBy('n2', at('02:00'))],
        ['resolved', 'medium', 1, 'resolved', true],
      ],
      [
        'an event resolves, and leaves it to the digest to tell so',
        [foundBy('n1', at('01:00')), fixedAt('e1', at('01:30'))],
        ['resolved', 'medium', 1, 'resolved', true],
      ],
      [
        'a run that looked before the event opens nothing again',
        [foundBy('n1', at('01:00')), fixedAt('e1', at('02:30')), foundBy('n2', at('02:00'))],
        ['resolved', 'medium', 2, 'resolved', true],
      ],
      [
        'an event that came before the first run is remembered: no ghost',
        [fixedAt('e1', at('01:30')), foundBy('n1', at('01:00'))],
        ['resolved', 'medium', 1, 'resolved', true],
      ],
      [
        'a run that looked after the event knows better',
        [fixedAt('e1', at('01:30')), foundBy('n1', at('02:00'))],
        ['open', 'medium', 1, 'opened', true],
      ],
      [
        'it comes back',
        [foundBy('n1', at('01:00')), passedBy('n2', at('02:00')), foundBy('n3', at('03:00'))],
        ['open', 'medium', 2, 'reopened', true],
      ],
    ])('%s', async (_, steps, expected) => {
      const store = await makeStore();
      await take(store, steps);
      expect(shownOf(await store.get(account, findingIdOfFailure()))).toEqual(expected);
    });

    it('keeps on an event-born finding who did it, and says in its rows what a run said', async () => {
      const store = await makeStore();
      const born = occurrence('e1', at('01:00'));
      const again: Occurrence = { ...born, data: {}, event: foundBy('n1', at('02:00')).event };
      const passed: Undoing = { ...undoing('any', at('03:00')), event: passedBy('n2', at('03:00')).event };
      await take(store, [born, again, passed]);
      const [finding] = [await store.get(account, passed.findingId)];
      expect(finding).toMatchObject({
        status: 'resolved',
        count: 2,
        lastSeen: at('02:00'),
        event: { id: 'e1' },
        actor: { label: 'bob' },
        data: born.data,
        undone: { event: { review: { runId: 'n2', end: 'passed' } } },
        news: { digest: true },
      });
      expect(await store.transitions(account, passed.findingId)).toMatchObject([
        { type: 'opened', eventId: 'e1' },
        { type: 'resolved', eventId: 'review/n2', review: { end: 'passed' } },
      ]);
    });

    it('lists every open finding of an account, whatever its severity', async () => {
      const store = await makeStore();
      const severities: readonly Severity[] = ['info', 'low', 'critical'];
      const open = severities.flatMap((severity) =>
        Array.from({ length: 10 }, (_, index) =>
          foundBy('n1', at('01:00'), { severity, resourceId: `${severity}-${index}` }),
        ),
      );
      await take(store, [
        ...open,
        foundBy('n1', at('01:00')),
        passedBy('n2', at('02:00')),
        { ...foundBy('n1', at('01:00')), accountId: '444455556666' },
      ]);
      const listed = await Array.fromAsync(store.everyOpen(account));
      expect(listed.map(({ aspect }) => aspect).sort()).toEqual(open.map(({ aspect }) => aspect).sort());
      expect(listed[0]).toEqual(await store.get(account, listed[0]?.id ?? ''));
    });

    it('ends as the latest look or event says, in any order of arrival, delivered any number of times', async () => {
      const store = await makeStore();
      const happening = fc.record({
        what: fc.constantFrom('found', 'passed', 'fixed'),
        minute: fc.integer({ min: 0, max: 4 }),
        severity: fc.constantFrom<Severity>('low', 'medium', 'high'),
        times: fc.integer({ min: 1, max: 2 }),
      });
      const cases = fc.array(happening, { minLength: 1, maxLength: 6 }).chain((happenings) => {
        const deliveries = happenings.flatMap((one, id) =>
          Array.from({ length: one.times }, () => ({ ...one, id })),
        );
        return fc.record({
          happenings: fc.constant(happenings),
          order: fc.shuffledSubarray(deliveries, { minLength: deliveries.length }),
        });
      });
      let keys = 0;
      await fc.assert(
        fc.asyncProperty(cases, async ({ happenings, order }) => {
          const of = { resourceId: `AKIA${keys++}` };
          const id = findingIdOfFailure(failure(of));
          const steps = order.map(({ what, minute, severity, id: number }): Step => {
            const time = at(`10:0${minute}`);
            if (what === 'found') return foundBy(`n${number}`, time, { ...of, severity });
            return what === 'passed' ? passedBy(`n${number}`, time, of) : fixedAt(`e${number}`, time, id);
          });
          await take(store, steps);
          const finding = await store.get(account, id);
          const found = happenings.filter(({ what }) => what === 'found');
          const lastFound = Math.max(-1, ...found.map(({ minute }) => minute));
          const rights = happenings.filter(({ what }) => what !== 'found').map(({ minute }) => minute);
          const expected = lastFound >= Math.max(-1, ...rights) ? 'open' : 'resolved';
          expect(finding?.status).toBe(found.length === 0 ? undefined : expected);
          expect(finding?.count).toBe(found.length === 0 ? undefined : found.length);
        }),
        { numRuns: runs },
      );
    });
  });
};
