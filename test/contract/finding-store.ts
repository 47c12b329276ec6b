import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Occurrence, Undoing } from '../../shared/findings/finding.ts';
import { findingIdOfOccurrence } from '../../shared/findings/finding-id.ts';
import type { FindingStore } from '../../shared/findings/finding-store.ts';
import { PageTokenError } from '../../shared/findings/listing-order.ts';
import { type Severity, severities } from '../../shared/rules/severity.ts';
import { account, actor, at, findingId, occurrence, undoing } from '../findings/occurrences.ts';

const now = at('23:00');

type Step = Occurrence | Undoing;

const isOccurrence = (step: Step): step is Occurrence => 'ruleId' in step;

const take = async (store: FindingStore, steps: readonly Step[], recordedAt = now) => {
  for (const step of steps)
    await (isOccurrence(step) ? store.record(step, recordedAt) : store.resolve(step, recordedAt));
};

const onUser = (name: string, over: Partial<Occurrence> = {}): Partial<Occurrence> => ({
  resource: `arn:aws:iam::${account}:user/${name}`,
  ...over,
});

const inAccount = (accountId: string): Partial<Occurrence> => ({ accountId });

const large = 'x'.repeat(100_000);

/**
 * What every finding store keeps to.
 *
 * @param makeStore a new, empty store
 * @param runs of the order property: its orders are drawn at random
 */
export const describeFindingStore = (
  name: string,
  makeStore: () => Promise<FindingStore>,
  runs = 25,
): void => {
  describe(`finding store: ${name}`, () => {
    describe('record', () => {
      it('opens a finding with everything that the occurrence says', async () => {
        const store = await makeStore();
        const first = occurrence('e1', at('10:00'), {
          aspect: 'arn:aws:iam::aws:policy/AdministratorAccess',
        });
        const { finding, isDuplicate } = await store.record(first, now);
        expect(isDuplicate).toBe(false);
        expect(finding).toEqual({
          ...first,
          id: findingIdOfOccurrence(first),
          status: 'open',
          firstSeen: at('10:00'),
          lastSeen: at('10:00'),
          count: 1,
          severitySeen: { high: at('10:00') },
          version: 1,
          alertedVersion: 0,
          news: { type: 'opened', at: at('10:00') },
          recordedAt: now,
        });
        expect(await store.get(account, finding.id)).toEqual(finding);
      });

      it('counts an event once and still says that its alert is pending', async () => {
        const store = await makeStore();
        const first = await store.record(occurrence('e1', at('10:00')), now);
        await store.record(occurrence('e2', at('10:01')), now);
        const again = await store.record(occurrence('e1', at('10:00')), at('23:30'));
        expect(again).toMatchObject({
          isDuplicate: true,
          finding: { count: 2, version: 1, alertedVersion: 0 },
        });
        expect(again.finding.recordedAt).toBe(first.finding.recordedAt);
      });

      it('keeps findings of other accounts, resources, aspects and actors apart', async () => {
        const store = await makeStore();
        const others = [
          occurrence('e1', at('10:00')),
          occurrence('e1', at('10:00'), inAccount('444455556666')),
          occurrence('e1', at('10:00'), onUser('dave')),
          occurrence('e1', at('10:00'), { aspect: 'other' }),
          occurrence('e1', at('10:00'), { kind: 'incident' }),
          occurrence('e1', at('10:00'), { kind: 'incident', actor: actor('mallory') }),
        ];
        const recorded = await Promise.all(others.map((other) => store.record(other, now)));
        expect(recorded.map(({ finding }) => finding.count)).toEqual(others.map(() => 1));
        expect(new Set(recorded.map(({ finding }) => `${finding.accountId} ${finding.id}`)).size).toBe(
          others.length,
        );
      });

      it.each([
        ['a number beyond what DynamoDB holds', { size: 1e300 }],
        ['half a surrogate pair', { name: 'a\ud800b' }],
        ['empty text and an empty list', { name: '', tags: [] }],
        ['names that mean something to JavaScript', { constructor: 'x', toString: 'y' }],
      ])('keeps attacker-controlled data: %s', async (_, data) => {
        const store = await makeStore();
        const { finding } = await store.record(occurrence('e1', at('10:00'), { data }), now);
        expect((await store.get(account, finding.id))?.data).toEqual(data);
        expect((await store.events(account, finding.id))[0]?.data).toEqual(data);
      });
    });

    describe('resolve', () => {
      it('puts a finding right, once', async () => {
        const store = await makeStore();
        await store.record(occurrence('e1', at('10:00')), now);
        const resolved = await store.resolve(undoing('u1', at('11:00')), now);
        const again = await store.resolve(undoing('u1', at('11:00')), now);
        expect(resolved).toMatchObject({ isDuplicate: false, finding: { status: 'resolved', version: 2 } });
        expect(again).toEqual({ isDuplicate: true, finding: resolved?.finding });
        expect(await store.get(account, findingId)).toEqual(resolved?.finding);
      });

      it.each([
        { arrives: 'older', time: at('10:00'), recordedAt: now, status: 'resolved', version: 1 },
        { arrives: 'in the same second', time: at('11:00'), recordedAt: now, status: 'open', version: 1 },
        { arrives: 'newer', time: at('12:00'), recordedAt: now, status: 'open', version: 1 },
        {
          arrives: 'older, 13 days later',
          time: at('10:00'),
          recordedAt: at('17 22:00'),
          status: 'resolved',
          version: 1,
        },
        {
          arrives: 'older, 15 days later',
          time: at('10:00'),
          recordedAt: at('19 23:00'),
          status: 'open',
          version: 1,
        },
      ])('remembers an unknown finding: an occurrence that arrives $arrives is $status', async (row) => {
        const store = await makeStore();
        expect(await store.resolve(undoing('u1', at('11:00')), now)).toBeUndefined();
        expect(await store.resolve(undoing('u1', at('11:00')), now)).toBeUndefined();
        const { finding } = await store.record(occurrence('e1', row.time), row.recordedAt);
        expect(finding).toMatchObject({ status: row.status, version: row.version, count: 1 });
        expect(await store.transitions(account, findingId)).toHaveLength(row.version);
      });

      it('remembers the latest of several, whichever came last', async () => {
        const store = await makeStore();
        await take(store, [
          undoing('u1', at('11:00')),
          undoing('u3', at('13:00')),
          undoing('u2', at('12:00')),
          occurrence('e1', at('12:30')),
        ]);
        expect(await store.get(account, findingId)).toMatchObject({
          status: 'resolved',
          undone: { event: { id: 'u3' }, actor: { label: 'carol' } },
        });
        expect(await store.resolve(undoing('u3', at('13:00')), now)).toMatchObject({ isDuplicate: true });
      });

      it('takes one event that both hits a finding and puts it right as both, and leaves it open', async () => {
        for (const order of [0, 1]) {
          const store = await makeStore();
          const both: Step[] = [occurrence('same', at('11:00')), undoing('same', at('11:00'))];
          await take(store, [occurrence('e1', at('10:00')), ...(order ? both : both.toReversed())]);
          expect(await store.get(account, findingId)).toMatchObject({ status: 'open', count: 2 });
        }
      });
    });

    describe('markAlerted', () => {
      const pendingOf = async (store: FindingStore) =>
        (await Array.fromAsync(store.pendingAlerts(at('05 00:00')))).map(({ version }) => version);

      it.each([
        { marks: [2], alertedVersion: 2, pending: [] },
        { marks: [1], alertedVersion: 1, pending: [2] },
        { marks: [1, 2], alertedVersion: 2, pending: [] },
        { marks: [2, 1], alertedVersion: 2, pending: [] },
        { marks: [2, 2], alertedVersion: 2, pending: [] },
        { marks: [3], alertedVersion: 0, pending: [2] },
        { marks: [], alertedVersion: 0, pending: [2] },
      ])('versions $marks of 2 leave $pending pending', async ({ marks, alertedVersion, pending }) => {
        const store = await makeStore();
        await take(store, [occurrence('e1', at('10:00')), undoing('u1', at('11:00'))]);
        for (const version of marks) await store.markAlerted(account, findingId, version);
        expect(await store.get(account, findingId)).toMatchObject({ version: 2, alertedVersion });
        expect(await pendingOf(store)).toEqual(pending);
      });

      it('does nothing to a finding that does not exist', async () => {
        const store = await makeStore();
        await store.markAlerted(account, findingId, 1);
        expect(await store.get(account, findingId)).toBeUndefined();
      });

      it('is not undone by the next event', async () => {
        const store = await makeStore();
        await store.record(occurrence('e1', at('10:00')), now);
        await store.markAlerted(account, findingId, 1);
        const { finding } = await store.record(occurrence('e2', at('10:30')), now);
        expect(finding).toMatchObject({ count: 2, version: 1, alertedVersion: 1 });
        expect(await pendingOf(store)).toEqual([]);
      });
    });

    describe('events and transitions', () => {
      it('lists events by event time, whatever the order of arrival', async () => {
        const store = await makeStore();
        const late = occurrence('e3', at('12:00'), { severity: 'critical', data: { owner: 'alice' } });
        await take(store, [late, occurrence('e1', at('10:00')), undoing('e2', at('11:00')), late]);
        expect(await store.events(account, findingId)).toEqual([
          expect.objectContaining({
            role: 'seen',
            severity: 'high',
            event: expect.objectContaining({ id: 'e1' }),
          }),
          { findingId, accountId: account, role: 'undone', ...pick(undoing('e2', at('11:00'))) },
          {
            findingId,
            accountId: account,
            role: 'seen',
            severity: 'critical',
            data: { owner: 'alice' },
            ...pick(late),
          },
        ]);
      });

      it('lists transitions by version', async () => {
        const store = await makeStore();
        await take(store, [
          occurrence('e1', at('10:00')),
          occurrence('e2', at('10:10'), { severity: 'critical' }),
          occurrence('e3', at('10:20')),
          undoing('u1', at('11:00')),
          occurrence('e4', at('12:00'), { severity: 'medium' }),
        ]);
        const transitions = await store.transitions(account, findingId);
        expect(
          transitions.map(({ version, type, severity, eventId }) => [version, type, severity, eventId]),
        ).toEqual([
          [1, 'opened', 'high', 'e1'],
          [2, 'worsened', 'critical', 'e2'],
          [3, 'resolved', 'critical', 'u1'],
          [4, 'reopened', 'medium', 'e4'],
        ]);
        expect(transitions[2]).toEqual({
          findingId,
          accountId: account,
          ruleId: 'access-key-created-for-other-user',
          version: 3,
          type: 'resolved',
          severity: 'critical',
          resource: `arn:aws:iam::${account}:user/alice`,
          at: at('11:00'),
          recordedAt: now,
          eventId: 'u1',
          actor: actor('carol'),
        });
      });

      it('knows nothing of a finding that does not exist', async () => {
        const store = await makeStore();
        await store.resolve(undoing('u1', at('11:00')), now);
        expect(await store.events(account, findingId)).toEqual([]);
        expect(await store.transitions(account, findingId)).toEqual([]);
        expect(await store.get(account, findingId)).toBeUndefined();
      });

      it('lists more than one read returns (1 MB)', async () => {
        const store = await makeStore();
        const many = Array.from({ length: 12 }, (_, index) =>
          occurrence(`e${index}`, at(`10:${10 + index}`), { data: { large } }),
        );
        await take(store, many);
        const events = await store.events(account, findingId);
        expect(events.map(({ event }) => event.id)).toEqual(many.map(({ event }) => event.id));
      });
    });

    describe('transitionsIn', () => {
      const listed = async (store: FindingStore, month: string) =>
        (await Array.fromAsync(store.transitionsIn(month))).map(
          ({ at: time, type, accountId }) => `${time} ${type} ${accountId}`,
        );

      it('lists what happened in a month, of all accounts, oldest first', async () => {
        const store = await makeStore();
        await take(store, [
          occurrence('e1', at('02-28 23:59:59'), onUser('a')),
          occurrence('e3', at('31 23:59:59'), onUser('c')),
          occurrence('e2', at('01 00:00'), { ...onUser('b'), ...inAccount('444455556666') }),
          occurrence('e4', at('04-01 00:00'), onUser('d')),
          undoing('u1', at('02 08:00'), occurrence('e1', at('01:00'), onUser('a'))),
        ]);
        expect(await listed(store, '2026-03')).toEqual([
          `${at('01 00:00')} opened 444455556666`,
          `${at('02 08:00')} resolved ${account}`,
          `${at('31 23:59:59')} opened ${account}`,
        ]);
        expect(await listed(store, '2026-05')).toEqual([]);
      });

      it('goes by event time, not by time of recording', async () => {
        const store = await makeStore();
        await store.record(occurrence('e1', at('02-28 12:00')), at('01 09:00'));
        expect(await listed(store, '2026-02')).toHaveLength(1);
        expect(await listed(store, '2026-03')).toEqual([]);
      });

      it('lists more than one read returns (1 MB)', async () => {
        const store = await makeStore();
        const by = actor('x'.repeat(40_000));
        const steps = Array.from({ length: 30 }, (_, index): Step => {
          const time = at(`10:${10 + index}`);
          return index % 2
            ? { ...undoing(`e${index}`, time), actor: by }
            : occurrence(`e${index}`, time, { actor: by });
        });
        await take(store, steps);
        const versions = (await Array.fromAsync(store.transitionsIn('2026-03'))).map(
          ({ version }) => version,
        );
        expect(versions).toEqual(steps.map((_, index) => index + 1));
        expect(await store.transitions(account, findingId)).toHaveLength(30);
      });
    });

    describe('openFindings', () => {
      const named = (name: string, severity: Severity, time: string): Occurrence =>
        occurrence(`e-${name}`, time, onUser(name, { severity, data: { name } }));
      const nameOf = ({ data }: Finding) => data['name'];

      const filled = async () => {
        const store = await makeStore();
        await take(store, [
          named('low', 'low', at('12:00')),
          named('high-old', 'high', at('09:00')),
          named('critical', 'critical', at('08:00')),
          named('high-new', 'high', at('10:00')),
          named('info', 'info', at('12:00')),
          named('fixed', 'critical', at('10:00')),
          undoing('u1', at('11:00'), named('fixed', 'critical', at('10:00'))),
          named('medium', 'medium', at('11:00')),
          { ...named('elsewhere', 'critical', at('10:00')), accountId: '444455556666' },
        ]);
        return store;
      };
      const all = ['critical', 'high-new', 'high-old', 'medium', 'low', 'info'];

      it.each([
        [{}, all],
        [{ minSeverity: 'info' as const }, all],
        [{ minSeverity: 'medium' as const }, all.slice(0, 4)],
        [{ minSeverity: 'critical' as const }, all.slice(0, 1)],
      ])('with %j', async (query, expected) => {
        const store = await filled();
        const { items, next } = await store.openFindings(account, query);
        expect(items.map(nameOf)).toEqual(expected);
        expect(next).toBeUndefined();
        expect(items[0]).toEqual(await store.get(account, items[0]?.id ?? ''));
      });

      it.each([1, 2, 3, 4, 6, 7])('in pages of %i', async (limit) => {
        const store = await filled();
        const pages: unknown[][] = [];
        let after: string | undefined;
        do {
          const { items, next }: Awaited<ReturnType<FindingStore['openFindings']>> = await store.openFindings(
            account,
            {
              limit,
              ...(after === undefined ? {} : { after }),
            },
          );
          pages.push(items.map(nameOf));
          after = next;
        } while (after);
        expect(pages.flat()).toEqual(all);
        expect(pages).toHaveLength(Math.ceil(all.length / limit));
      });

      it('lists more than one read returns (1 MB)', async () => {
        const store = await makeStore();
        const names = Array.from({ length: 50 }, (_, index) => `user-${10 + index}`);
        for (const [index, user] of names.entries())
          await store.record(
            occurrence(`e${index}`, at(`10:${10 + index}`), onUser(user, { data: { user, large } })),
            now,
          );
        const { items } = await store.openFindings(account);
        expect(items.map(({ data }) => data['user'])).toEqual(names.toReversed());
      });

      it('moves a finding with its severity and time', async () => {
        const store = await filled();
        await take(store, [
          occurrence('e-more', at('13:00'), onUser('low', { severity: 'critical', data: { name: 'low' } })),
        ]);
        const { items } = await store.openFindings(account, { limit: 2 });
        expect(items.map(nameOf)).toEqual(['low', 'critical']);
      });

      it('shows a finding without findings for an unknown account', async () => {
        expect(await (await makeStore()).openFindings('000000000000')).toEqual({ items: [] });
      });

      it('refuses a page token that it did not give', async () => {
        const store = await makeStore();
        await expect(store.openFindings(account, { after: 'nonsense' })).rejects.toThrow(PageTokenError);
      });
    });

    describe('pendingAlerts', () => {
      it('lists what waits, longest first, of all accounts, and nothing that was told or is not told live', async () => {
        const store = await makeStore();
        const rows = [
          [occurrence('e1', at('10:00'), onUser('second')), at('14:00')],
          [occurrence('e2', at('10:00'), { ...onUser('first'), ...inAccount('444455556666') }), at('13:00')],
          [occurrence('e3', at('10:00'), onUser('too-new')), at('15:00')],
          [occurrence('e4', at('10:00'), onUser('low', { severity: 'low' })), at('12:00')],
          [occurrence('e5', at('10:00'), onUser('told')), at('12:00')],
        ] as const;
        for (const [one, recordedAt] of rows) await store.record(one, recordedAt);
        await store.markAlerted(account, findingIdOfOccurrence(rows[4][0]), 1);
        const waiting = await Array.fromAsync(store.pendingAlerts(at('15:00')));
        expect(waiting.map(({ resource }) => resource.split('/')[1])).toEqual(['first', 'second']);
        expect(waiting[1]).toEqual(await store.get(account, findingIdOfOccurrence(rows[0][0])));
      });

      it('may be marked while it is read', async () => {
        const store = await makeStore();
        for (const user of ['a', 'b', 'c'])
          await store.record(occurrence('e1', at('10:00'), onUser(user)), now);
        for await (const { accountId, id, version } of store.pendingAlerts(at('05 00:00')))
          await store.markAlerted(accountId, id, version);
        expect(await Array.fromAsync(store.pendingAlerts(at('05 00:00')))).toEqual([]);
      });

      it('keeps older news when a change that is not told live follows', async () => {
        const store = await makeStore();
        await take(store, [
          occurrence('e1', at('10:00'), { severity: 'medium' }),
          undoing('u1', at('11:00')),
          occurrence('e2', at('12:00'), { severity: 'low' }),
        ]);
        expect(await Array.fromAsync(store.pendingAlerts(at('05 00:00')))).toMatchObject([
          { version: 3, alertedVersion: 0, severity: 'low' },
        ]);
      });
    });

    describe('at once', () => {
      it('counts one event recorded by 20 writers once', async () => {
        const store = await makeStore();
        const results = await Promise.all(
          Array.from({ length: 20 }, () => store.record(occurrence('e1', at('10:00')), now)),
        );
        expect(results.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1);
        expect(await store.get(account, findingId)).toMatchObject({ count: 1, version: 1 });
        expect(await store.events(account, findingId)).toHaveLength(1);
        expect(await store.transitions(account, findingId)).toHaveLength(1);
      });

      it('counts 20 events recorded by 20 writers 20 times', async () => {
        const store = await makeStore();
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            store.record(occurrence(`e${index}`, at(`10:${10 + index}`)), now),
          ),
        );
        expect(await store.get(account, findingId)).toMatchObject({
          count: 20,
          version: 1,
          firstSeen: at('10:10'),
          lastSeen: at('10:29'),
          event: { id: 'e19' },
        });
        expect(await store.events(account, findingId)).toHaveLength(20);
      });

      it('never loses an undoing that races with the first occurrence', async () => {
        const store = await makeStore();
        const users = Array.from({ length: 10 }, (_, index) => onUser(`user-${index}`));
        await Promise.all(
          users.flatMap((user) => {
            const opened = occurrence('e1', at('10:00'), user);
            return [store.record(opened, now), store.resolve(undoing('u1', at('11:00'), opened), now)];
          }),
        );
        expect((await store.openFindings(account)).items).toEqual([]);
      });
    });

    it('gives the same finding for the same events in any order, delivered any number of times', async () => {
      const store = await makeStore();
      const happening = fc.record({
        role: fc.constantFrom('seen', 'undone'),
        minute: fc.integer({ min: 0, max: 3 }),
        severity: fc.constantFrom(...severities),
        times: fc.integer({ min: 1, max: 2 }),
      });
      const orders = fc.array(happening, { minLength: 1, maxLength: 5 }).chain((happenings) => {
        const deliveries = happenings.flatMap((one, id) =>
          Array.from({ length: one.times }, () => ({ ...one, id })),
        );
        const shuffled = () => fc.shuffledSubarray(deliveries, { minLength: deliveries.length });
        return fc.tuple(shuffled(), shuffled());
      });
      let resources = 0;
      const finalOf = async (
        deliveries: readonly { id: number; role: string; minute: number; severity: Severity }[],
      ) => {
        const resource = `arn:aws:iam::${account}:user/number-${resources++}`;
        const steps = deliveries.map(({ id, role, minute, severity }): Step => {
          const seen = occurrence(`e${id}`, at(`10:0${minute}`), { resource, severity, data: { id } });
          return role === 'seen' ? seen : undoing(`e${id}`, at(`10:0${minute}`), seen);
        });
        await take(store, steps);
        const finding = await store.get(account, findingIdOfOccurrence(occurrence('any', now, { resource })));
        return finding && { ...finding, ...orderDependent };
      };
      await fc.assert(
        fc.asyncProperty(orders, async ([one, other]) => {
          expect(await finalOf(one)).toEqual(await finalOf(other));
        }),
        { numRuns: runs },
      );
    });
  });
};

// What is told on the way depends on the order of arrival, and so does what tells the two findings of the property apart.
const orderDependent = { version: 0, alertedVersion: 0, news: undefined, id: '', resource: '' };

const pick = ({ event, actor: by }: Step) => ({ event, actor: by });
