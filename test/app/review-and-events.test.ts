import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import type { CredentialRow } from '../../shared/account/snapshot-credentials.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import { memoryKeyChanges } from '../../shared/adapters/memory/key-changes.ts';
import type { Alert } from '../../shared/alerts/alert.ts';
import { checkEvent } from '../../shared/app/check-event.ts';
import { recoveryWatch } from '../../shared/app/undecided.ts';
import { call } from '../../shared/events/example.ts';
import type { Action } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { reviewUndoingActions, undoableChecks } from '../../shared/findings/review-undoings.ts';
import { noHistory } from '../../shared/history/event-history.ts';
import { checks } from '../../shared/review/checks/index.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { dayAfter, night, readOn, reviewedAccount, withKey, withPassword } from './review-nights.ts';

/** An account whose events are checked and whose state is reviewed. */
const monitored = (ids: readonly string[]) => {
  const store = memoryFindingStore();
  const keys = memoryKeyChanges();
  const sent: Alert[] = [];
  const reviewed = reviewedAccount(ids, store, { keys });
  const ports = {
    // Rules have findings of their own: these tests are about those of checks.
    rules: indexRules([]),
    ruleOf: () => undefined,
    store,
    keys,
    alerter: { send: async (alert: Alert) => void sent.push(alert) },
    facts: { account: noAccount, history: noHistory, settings: {} },
    watch: recoveryWatch(() => night(0)),
  };
  const happens = (action: Action, time: string, request: object) => {
    const receivedAt = new Date(Date.parse(time) + 60_000).toISOString();
    const record = call(action, { time, request: { userName: 'kim', ...request } });
    return checkEvent(parseRecord(record, { receivedAt }), ports, receivedAt);
  };
  return { ...reviewed, sent, happens };
};

const key = (age: number, active = true) => withKey('AKIAOLD', { age, active });
const deleted = { accessKeyId: 'AKIAOLD' };
const switchedOff = { accessKeyId: 'AKIAOLD', status: 'Inactive' };
/** Whether a rule's trigger, from which the event patterns are made, lets the call through. */
const isWatched = (action: string): boolean =>
  rules.some(({ on, undoneBy = [] }) =>
    [...('actions' in on ? on.actions : []), ...undoneBy.flatMap(({ actions }) => actions)].some(
      (one) => one === action,
    ),
  );

const statuses = async ({ store }: ReturnType<typeof monitored>) =>
  (await Array.fromAsync(store.transitionsIn('2026-03'))).map(({ type }) => type);

describe('events correct the review', () => {
  it.each([
    { action: 'iam:DeleteAccessKey', request: deleted },
    { action: 'iam:UpdateAccessKey', request: switchedOff },
  ] as const)('$action resolves at once, without an alert; the digest tells', async ({ action, request }) => {
    const account = monitored(['access-key-not-rotated']);
    await account.review(0, readOn(0, key(91)));
    await account.happens(action, dayAfter(0, 5), request);
    expect(await account.open()).toEqual([]);
    expect(account.sent.filter(({ ruleId }) => ruleId === 'access-key-not-rotated')).toEqual([]);
    await account.review(1, readOn(1, key(92, false)));
    expect(account.digests[1]?.resolved.items).toMatchObject([{ end: 'event' }]);
  });

  it.each([
    { of: 'before the review had ever found it', known: false },
    { of: 'after the review had found it', known: true },
  ])('makes no ghost of a report older than the fix: $of', async ({ known }) => {
    const account = monitored(['access-key-not-rotated', 'access-key-inactive-lingering']);
    if (known) await account.review(0, readOn(0, key(91)));
    await account.happens('iam:DeleteAccessKey', dayAfter(1, -1), deleted);
    // The night after; the credential report and the list of keys are of four hours before.
    const sources = { ...readOn(1, key(92)) };
    const old = dayAfter(1, -4);
    const run = await account.review(1, {
      credentialReport: { ...sources.credentialReport, readAt: old } as never,
      accessKeys: { ...sources.accessKeys, readAt: old } as never,
    });
    expect(await account.open()).toEqual([]);
    expect(run.verdicts).toMatchObject({ FAIL: 0, PASS: 0 });
  });

  it('counts as corrected what only the lifecycle can tell', async () => {
    const account = monitored(['console-password-unused']);
    await account.happens('iam:DeleteLoginProfile', dayAfter(1, -1), { userName: 'lee' });
    const { credentialReport } = readOn(1, withPassword(50));
    const run = await account.review(1, {
      credentialReport: { ...credentialReport, readAt: dayAfter(1, -4) } as never,
    });
    expect(run).toMatchObject({ verdicts: { FAIL: 1 }, corrected: 1, digest: { open: { medium: 0 } } });
    expect(await account.open()).toEqual([]);
  });

  it('takes a verdict on several sources for as old as the oldest', async () => {
    const account = monitored(['user-multiple-active-access-keys']);
    await account.happens('iam:UpdateAccessKey', dayAfter(1, -1), switchedOff);
    const [row] = key(200).credentialReport.rows.slice(1);
    const two = { ...row, keys: [row?.keys[0], row?.keys[0]] } as CredentialRow;
    const { credentialReport, accessKeys } = readOn(1, {
      credentialReport: { rows: [two] },
      accessKeys: key(200, false).accessKeys,
    });
    const report = { ...credentialReport, readAt: dayAfter(1, -4) } as never;
    const run = await account.review(1, { accessKeys, credentialReport: report } as never);
    expect(run).toMatchObject({ verdicts: { FAIL: 1 }, corrected: 1 });
    expect(await account.open()).toEqual([]);
  });

  it('knows since when a key is off', async () => {
    const account = monitored(['access-key-inactive-lingering']);
    await account.happens('iam:UpdateAccessKey', dayAfter(0, -24 * 29), switchedOff);
    expect((await account.review(0, readOn(0, key(400, false)))).verdicts).toMatchObject({ PASS: 1 });
    expect((await account.review(1, readOn(1, key(400, false)))).verdicts).toMatchObject({ FAIL: 1 });
    await account.happens('iam:UpdateAccessKey', dayAfter(1, 1), {
      accessKeyId: 'AKIAOLD',
      status: 'Active',
    });
    expect(await account.open()).toEqual([]);
  });

  it('believes AWS where an older event says else: an event in between was lost', async () => {
    const account = monitored(['access-key-inactive-lingering', 'access-key-not-rotated']);
    await account.happens('iam:UpdateAccessKey', dayAfter(0, -24), switchedOff);
    await account.review(0, readOn(0, key(400)));
    expect(await account.open()).toMatchObject([{ ruleId: 'access-key-not-rotated' }]);
  });

  it('is asked only of checks that there are, by calls that are watched', () => {
    const ids = checks.map(({ id }) => id);
    expect(undoableChecks.filter((id) => !ids.includes(id))).toEqual([]);
    expect(reviewUndoingActions.filter((action) => !isWatched(action))).toEqual([]);
  });
});

describe('any order of nights and events', () => {
  it('ends as the account is', async () => {
    // A key is switched on and off; nights look at it, now and then with sources hours old; events come late, twice, in any order.
    const change = fc.record({ hour: fc.integer({ min: 0, max: 71 }), on: fc.boolean() });
    const cases = fc.record({
      changes: fc.uniqueArray(change, { maxLength: 4, selector: ({ hour }) => hour }),
      ages: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
      delays: fc.array(fc.nat(40), { minLength: 8, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ changes, ages, delays }) => {
        const account = monitored(['access-key-not-rotated']);
        const sorted = changes.toSorted((a, b) => a.hour - b.hour);
        const isOnAt = (hour: number) => sorted.findLast((one) => one.hour <= hour)?.on ?? true;
        const look = (number: number, age: number) => async () => {
          const readAt = dayAfter(number, -age);
          const { accessKeys, credentialReport } = readOn(number, key(200, isOnAt(number * 24 - age)));
          await account.review(number, {
            accessKeys: { ...accessKeys, readAt } as never,
            credentialReport: { ...credentialReport, readAt } as never,
          });
        };
        const deliveries = [...sorted, ...sorted].map(({ hour, on }, index) => ({
          at: hour + (delays[index] ?? 0),
          step: async () => {
            const status = on ? 'Active' : 'Inactive';
            await account.happens('iam:UpdateAccessKey', dayAfter(0, hour), {
              accessKeyId: 'AKIAOLD',
              status,
            });
          },
        }));
        const nights = ages.map((age, index) => ({ at: (index + 1) * 24, step: look(index + 1, age) }));
        for (const { step } of [...deliveries, ...nights].toSorted((a, b) => a.at - b.at)) await step();
        // A night after everything has arrived, with sources of that hour.
        await look(6, 0)();
        expect((await account.open()).length).toBe(isOnAt(144) ? 1 : 0);
        const told = await statuses(account);
        expect(told.filter((type) => type === 'opened').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('never lets time alone put a failure right, and never what was not evaluated', async () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(cases, async (nights) => {
        const account = monitored(['access-key-not-rotated', 'console-password-unused', 'user-dormant']);
        await account.review(0, readOn(0, key(91)));
        let number = 0;
        for (const [days, isRead] of nights) {
          number += days;
          await account.review(number, isRead ? readOn(number, key(91)) : {});
          expect((await account.open()).map(({ ruleId }) => ruleId)).toContain('access-key-not-rotated');
        }
      }),
      { numRuns: 40 },
    );
  });
});
