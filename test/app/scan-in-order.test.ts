import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import { noAddresses, withAddresses } from '../../shared/account/with-addresses.ts';
import { memoryEventHistory } from '../../shared/adapters/memory/event-history.ts';
import { byEventTime, type OrderedResult, scanInOrder } from '../../shared/app/scan-in-order.ts';
import { type ScanOptions, scanRecords } from '../../shared/app/scan-records.ts';
import { addCounts, countUndecided, noCounts } from '../../shared/app/scan-result.ts';
import { call } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { unwrap } from '../../shared/events/unwrap.ts';
import { foldFindings } from '../../shared/findings/fold-findings.ts';
import { keepSpans } from '../../shared/history/log-spans.ts';
import type { HistoryNeed } from '../../shared/history/window.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { anyRule } from '../rules/any-rule.ts';

const asking = (id: string, needOf: (name: string) => HistoryNeed, over: Partial<Rule> = {}): Rule =>
  anyRule({
    id,
    on: { services: ['iam'] },
    outcome: 'any',
    history: (event) => [needOf(event.name)],
    evaluate: ({ accountId }, { history: [answer] }) =>
      answer?.status === 'met' && !answer.repeats
        ? [{ message: 'seen', resource: `arn:aws:iam::${accountId}:root`, data: { count: answer.count } }]
        : [],
    ...over,
  });

const many = asking('many', () => ({ kind: 'count', key: 'all', withinMinutes: 10, threshold: 3 }));
const fresh = asking('fresh', (name) => ({ kind: 'first-seen', key: name, days: 2 }));
const chain = asking('chain', (name) => ({
  kind: 'sequence',
  key: 'all',
  steps: ['CreateUser', 'CreateAccessKey'],
  step: name,
  withinMinutes: 60,
}));
const plain = anyRule({
  id: 'plain',
  on: { actions: ['iam:CreateUser'] },
  evaluate: ({ accountId }) => [{ message: 'seen', resource: `arn:aws:iam::${accountId}:root`, data: {} }],
});
const looking = anyRule({
  id: 'looking',
  on: { services: ['iam'] },
  lookups: () => [{ kind: 'role', id: 'r' }],
  evaluate: () => [],
});
const rules = [many, fresh, chain, plain, looking];
const ruleOf = (id: string) => rules.find((rule) => rule.id === id);

const base: ScanOptions = {
  rules: indexRules(rules),
  ruleOf,
  minSeverity: 'info',
  receivedAt: '2026-04-01T00:00:00.000Z',
  settings: {},
  later: { account: false, addresses: false },
  from: 'a.json',
};

/** A whole scan, with the records in files of their own. */
const scan = async (files: readonly (readonly JsonObject[])[], over: Partial<ScanOptions> = {}) => {
  const options = { ...base, ...over };
  const first = files.map((records) => scanRecords(unwrap({ Records: records }), options));
  const spans = keepSpans();
  for (const part of first) spans.addAll(part.spans);
  const ordered = scanInOrder({
    ...options,
    facts: {
      settings: {},
      account: withAddresses(noAccount, noAddresses),
      history: memoryEventHistory({ since: (accountId) => spans.spans().get(accountId)?.from, lateDays: 0 }),
    },
  });
  const second: OrderedResult[] = [];
  for (const event of first.flatMap(({ deferred }) => deferred).sort(byEventTime))
    second.push(await ordered.check(event));
  const parts = [...first, ...second];
  const fold = foldFindings();
  const seen = new Set<string>();
  for (const { occurrences, undoings } of parts) {
    const once = occurrences.filter(({ ruleId, event }) => !seen.has(`${ruleId} ${event.id}`));
    for (const { ruleId, event } of once) seen.add(`${ruleId} ${event.id}`);
    fold.add(once, undoings);
  }
  const undecided = countUndecided();
  for (const part of parts) undecided.addAll(part.undecided);
  return {
    counts: parts.map(({ counts }) => counts).reduce(addCounts, noCounts),
    findings: fold
      .findings()
      .map(({ ruleId, count, firstSeen, lastSeen, data, event }) => ({
        ruleId,
        count,
        firstSeen,
        lastSeen,
        data,
        last: event.id,
      }))
      .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)),
    undecided: undecided.counts(),
    copies: second.reduce((sum, { copies }) => sum + copies, 0),
  };
};

const record = (id: string, minute: number, name = 'CreateUser'): JsonObject =>
  call(`iam:${name}`, {
    record: {
      eventID: id,
      eventTime: `${new Date(Date.parse('2026-03-01T00:00:00Z') + minute * 60_000).toISOString().slice(0, 19)}Z`,
    },
  });

const day = 24 * 60;

const log = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 5 * day })),
      fc.constantFrom('CreateUser', 'CreateAccessKey', 'DeleteUser'),
    ),
    { maxLength: 15 },
  )
  .map((list) => list.map(([minute, name], i) => record(`e${i}`, minute, name)));

describe('a scan in the order of time', () => {
  it('finds the same whatever the order of records and files', async () => {
    const arranged = log.chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray([...records], { minLength: records.length }),
        fc.nat(records.length),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arranged, async ([records, shuffled, cut]) => {
        const whole = await scan([records]);
        expect(await scan([shuffled.slice(0, cut), shuffled.slice(cut)])).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves nothing out that another file could change', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (records) => {
        const whole = await scan([records]);
        expect(await scan(records.map((one) => [one]))).toEqual(whole);
        expect(await scan([records], { later: { ...base.later, calledNew: true } })).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('puts off the first of a day only, where rules ask what is new', () => {
    const records = [
      record('b', 2),
      record('c', 3),
      record('a', 1),
      record('d', 1, 'DeleteUser'),
      record('e', day),
    ];
    const put = (over: Partial<ScanOptions>) =>
      scanRecords(unwrap(records), { ...base, rules: indexRules([fresh]), ...over }).deferred.map(
        ({ id }) => id,
      );
    expect(put({})).toEqual(['b', 'a', 'd', 'e']);
    expect(put({ later: { ...base.later, calledNew: true } })).toEqual(['b', 'c', 'a', 'd', 'e']);
  });

  it('counts each record once, with what the second pass finds', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (records) => {
        const { counts } = await scan([records]);
        const { records: all, ...parts } = counts;
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(all);
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('counts copies of a file once', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (records) => {
        const once = await scan([records]);
        const twice = await scan([records, records]);
        expect(twice.findings).toEqual(once.findings);
        expect(twice.undecided['fresh']).toEqual(once.undecided['fresh']);
        expect(twice.counts.matched).toBe(2 * once.counts.matched);
      }),
      { numRuns: 60 },
    );
  });

  it('tells what is many, in order, and new after some days', async () => {
    const records = [
      record('a', 0, 'DeleteUser'),
      record('b', 3 * day, 'CreateAccessKey'),
      record('c', 3 * day + 1, 'CreateUser'),
      record('d', 3 * day + 2, 'CreateAccessKey'),
    ];
    const { findings, undecided, counts } = await scan([records]);
    expect(findings.map(({ ruleId, count, last }) => [ruleId, count, last])).toEqual([
      ['chain', 1, 'd'],
      ['fresh', 2, 'c'],
      ['many', 1, 'd'],
      ['plain', 1, 'c'],
    ]);
    expect(undecided).toEqual({ fresh: { learning: 1 }, looking: { 'no-facts': 4 } });
    expect(counts).toEqual({ ...noCounts, records: 4, noMatch: 1, matched: 3 });
  });

  it('begins the history of an account with its first record, whatever it is', async () => {
    const s3 = call('s3:ListBuckets', { record: { eventID: 's', eventTime: '2026-03-01T00:00:00Z' } });
    const { undecided } = await scan([[record('a', 3 * day)], [s3]]);
    expect(undecided['fresh']).toBeUndefined();
  });

  it('remembers what is before --since and tells nothing of it', async () => {
    const records = [
      record('a', 0, 'DeleteUser'),
      record('b', 3 * day, 'CreateUser'),
      record('c', 3 * day + 5, 'CreateUser'),
      record('d', 3 * day + 6, 'CreateUser'),
    ];
    const { findings, counts } = await scan([records], { since: '2026-03-04T00:05:00.000Z' });
    expect(findings.map(({ ruleId, count, last }) => [ruleId, count, last])).toEqual([
      ['many', 1, 'd'],
      ['plain', 2, 'd'],
    ]);
    expect(counts).toEqual({ ...noCounts, records: 4, tooOld: 2, matched: 2 });
  });

  it('does not put off what can never be decided', () => {
    const index = indexRules([looking]);
    const { deferred, undecided } = scanRecords(unwrap(record('a', 0)), { ...base, rules: index });
    expect(deferred).toEqual([]);
    expect(undecided).toEqual({ looking: { 'no-facts': 1 } });
  });
});
