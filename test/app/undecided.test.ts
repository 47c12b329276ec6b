import { describe, expect, it } from 'vitest';
import type { LookupAnswer } from '../../shared/account/lookup.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import type { Alert } from '../../shared/alerts/alert.ts';
import {
  type CheckEventPorts,
  checkEvent,
  EventNotCheckedError,
  RulesUndecidedError,
} from '../../shared/app/check-event.ts';
import type { FactPorts } from '../../shared/app/facts-for.ts';
import { recoveryWatch, triesOfEvent } from '../../shared/app/undecided.ts';
import { call, exampleAccount } from '../../shared/events/example.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import type { HistoryAnswer } from '../../shared/history/window.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { anyRule } from '../rules/any-rule.ts';

const now = '2026-03-04T05:10:00.000Z';

const denied: LookupAnswer = { status: 'unavailable', cause: 'iam:GetRole was denied' };
const throttled: LookupAnswer = {
  status: 'unavailable',
  cause: 'iam:GetRole was throttled',
  transient: true,
};
const found: LookupAnswer = { status: 'found', kind: 'role', value: {}, readAt: now };
const off: LookupAnswer = { status: 'unavailable', off: true, cause: 'no address file' };
const met: HistoryAnswer = { status: 'met', count: 1, events: [] };

const asking = (over: Partial<Rule> = {}): Rule =>
  anyRule({ id: 'asking', lookups: () => [{ kind: 'role', id: 'ops' }], ...over });

interface Start {
  readonly rules?: readonly Rule[];
  /** Looked up each time the role is asked for. */
  answer?: LookupAnswer;
  history?: HistoryAnswer;
  readonly facts?: Partial<FactPorts>;
}

const start = (given: Start) => {
  const { rules = [asking()] } = given;
  const sent: Alert[] = [];
  const store = memoryFindingStore();
  let time = Date.parse(now);
  const ports: CheckEventPorts = {
    rules: indexRules(rules),
    ruleOf: (id) => rules.find((rule) => rule.id === id) ?? ruleById(id),
    store,
    alerter: { send: async (alert) => void sent.push(alert) },
    facts: {
      account: { read: async () => given.answer ?? found },
      history: { note: async () => given.history ?? met },
      settings: {},
      ...given.facts,
    },
    watch: recoveryWatch(() => time),
  };
  const check = (minute: number, count = 1, over: Parameters<typeof call>[1] = {}) => {
    const at = `2026-03-04T05:${String(minute).padStart(2, '0')}:00Z`;
    const record = call('iam:CreateUser', { time: at, ...over });
    return checkEvent(parseRecord(record, { receivedAt: now }), ports, now, { count });
  };
  const open = async () => (await store.openFindings(exampleAccount)).items;
  const wait = (millis: number) => {
    time += millis;
  };
  return { given, sent, store, ports, check, open, wait };
};

const undecidedIn = (findings: readonly { ruleId: string }[]) =>
  findings.filter(({ ruleId }) => ruleId === 'rule-undecided');

describe('a look-up that is denied', () => {
  it('is a finding and an alert, at once', async () => {
    const { sent, check, open } = start({ answer: denied });
    await check(1);
    expect(await open()).toMatchObject([
      {
        ruleId: 'rule-undecided',
        kind: 'condition',
        severity: 'high',
        message: 'denied',
        resource: `arn:aws:iam::${exampleAccount}:root`,
        aspect: 'asking',
        data: { rule: 'asking', cause: 'iam:GetRole was denied' },
      },
    ]);
    expect(sent).toMatchObject([
      {
        ruleId: 'rule-undecided',
        title: 'A detection rule could not be decided',
        sentence: expect.stringContaining(
          'Rule asking could not be decided, and no later try will help: iam:GetRole was denied',
        ),
      },
    ]);
  });

  it('is one finding and one alert for all events, and for all rules of an event one alert', async () => {
    const rules = ['a', 'b', 'c'].map((id) => asking({ id }));
    const { sent, check, open } = start({ rules, answer: denied });
    for (let minute = 0; minute < 30; minute += 1) await check(minute);
    expect((await open()).map(({ aspect, count }) => `${aspect} ${count}`).sort()).toEqual([
      'a 30',
      'b 30',
      'c 30',
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.others).toHaveLength(2);
  });

  it('does not keep the other rules from finding', async () => {
    const { sent, check } = start({ rules: [asking(), anyRule()], answer: denied });
    await check(1);
    expect(sent.map(({ ruleId }) => ruleId).sort()).toEqual(['any-rule', 'rule-undecided']);
  });

  it('is resolved when the rule is decided again, and told', async () => {
    const { given, sent, check, open } = start({ answer: denied });
    await check(1);
    given.answer = found;
    await check(2);
    expect(undecidedIn(await open())).toEqual([]);
    expect(sent.map(({ status, ruleId }) => [ruleId, status])).toEqual([
      ['rule-undecided', 'opened'],
      ['asking', 'opened'],
      ['rule-undecided', 'resolved'],
    ]);
  });

  it('is not resolved by an event that was before it, nor by another rule or account', async () => {
    const { given, check, open } = start({ rules: [asking(), asking({ id: 'other' })], answer: denied });
    await check(10);
    given.answer = found;
    await check(9);
    await check(11, 1, { record: { recipientAccountId: '444455556666' } });
    expect(undecidedIn(await open())).toHaveLength(2);
  });

  it('is not resolved by an event for which the rule asked nothing', async () => {
    const lookups: Rule['lookups'] = ({ time }) =>
      time < '2026-03-04T05:02' ? [{ kind: 'role', id: 'ops' }] : [];
    const { check, open } = start({ rules: [asking({ lookups })], answer: denied });
    await check(1);
    await check(2);
    expect(undecidedIn(await open())).toHaveLength(1);
  });

  it('that another process told of is resolved within ten minutes', async () => {
    const { given, check, open, wait, store } = start({ answer: found });
    await check(1);
    // The other process has a watch of its own.
    const other = start({ answer: denied });
    await checkEvent(
      parseRecord(call('iam:CreateUser', { time: '2026-03-04T05:02:00Z' }), { receivedAt: now }),
      { ...other.ports, store },
      now,
    );
    given.answer = found;
    await check(3);
    expect(undecidedIn(await open())).toHaveLength(1);
    wait(10 * 60_000);
    await check(4);
    expect(undecidedIn(await open())).toEqual([]);
  });
});

describe('a look-up that is throttled', () => {
  it('has the event delivered again; what other rules found is recorded and told', async () => {
    const { sent, check, open } = start({ rules: [asking(), anyRule()], answer: throttled });
    const error = await check(1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RulesUndecidedError);
    expect(error).toMatchObject({
      message: expect.stringContaining('asking (iam:GetRole was throttled)'),
      checked: { alerts: 1, findings: [{ ruleId: 'any-rule' }] },
    });
    expect(sent.map(({ ruleId }) => ruleId)).toEqual(['any-rule']);
    expect(undecidedIn(await open())).toEqual([]);
  });

  it('and answered the next time is decided, as if nothing had been', async () => {
    const { given, sent, check, open } = start({ answer: throttled });
    await expect(check(1, 1)).rejects.toThrow(RulesUndecidedError);
    given.answer = found;
    await check(1, 2);
    expect(sent.map(({ ruleId }) => ruleId)).toEqual(['asking']);
    expect(await open()).toMatchObject([{ ruleId: 'asking', count: 1 }]);
  });

  it(`is given up with delivery ${triesOfEvent}, and said`, async () => {
    const { sent, check, open } = start({ answer: throttled });
    for (let count = 1; count < triesOfEvent; count += 1)
      await expect(check(1, count)).rejects.toThrow(RulesUndecidedError);
    expect(await open()).toEqual([]);
    await check(1, triesOfEvent);
    expect(await open()).toMatchObject([
      { ruleId: 'rule-undecided', message: 'unanswered', severity: 'medium' },
    ]);
    expect(sent[0]?.sentence).toContain(
      `Rule asking was not decided for CreateUser by bob, which was tried ${triesOfEvent} times: iam:GetRole was throttled`,
    );
  });

  it('beside one that is denied is not waited for', async () => {
    const history: HistoryAnswer = { status: 'unavailable', cause: 'denied' };
    const rule = asking({ history: () => [{ kind: 'first-seen', key: 'k', days: 1 }] });
    const { check, open } = start({ rules: [rule], answer: throttled, history });
    await check(1);
    expect(await open()).toMatchObject([
      { message: 'denied', data: { cause: 'iam:GetRole was throttled; denied' } },
    ]);
  });

  it('and optional: the rule runs at once, is tried again, and then it is said', async () => {
    const lookups: Rule['lookups'] = () => [{ kind: 'role', id: 'ops', optional: true }];
    const { check, open } = start({ rules: [asking({ lookups })], answer: throttled });
    await expect(check(1)).rejects.toThrow(RulesUndecidedError);
    expect((await open()).map(({ ruleId, count }) => [ruleId, count])).toEqual([['asking', 1]]);
    await check(1, triesOfEvent);
    expect((await open()).map(({ ruleId, message, count }) => [ruleId, message, count])).toEqual([
      ['asking', 'made', 1],
      ['rule-undecided', 'partial', 1],
    ]);
  });
});

it.each<[string, Start]>([
  ['off', { answer: off }],
  ['without a setting', { rules: [asking({ needs: ['regionsInUse'] })] }],
  [
    'learning',
    {
      rules: [asking({ history: () => [{ kind: 'first-seen', key: 'k', days: 1 }] })],
      history: { status: 'learning', until: now },
    },
  ],
])('a rule that is %s is no fault', async (_, given) => {
  const { sent, check, open } = start(given);
  const { inconclusive } = await check(1);
  expect(inconclusive).toHaveLength(1);
  expect([await open(), sent]).toEqual([[], []]);
});

it('a rule that crashes was not decided', async () => {
  const { check, open, store } = start({ answer: denied });
  await check(1);
  const evaluate: Rule['evaluate'] = () => {
    throw new Error('a bug');
  };
  const broken = start({ rules: [asking({ evaluate })], answer: found });
  const later = parseRecord(call('iam:CreateUser', { time: '2026-03-04T05:02:00Z' }), { receivedAt: now });
  const { crashes } = await checkEvent(later, { ...broken.ports, store }, now);
  expect(crashes).toHaveLength(1);
  expect(undecidedIn(await open())).toHaveLength(1);
});

it('settings that are not to be had are tried again, then said', async () => {
  const settingsFault = { cause: 'ssm:GetParameter was throttled', transient: true } as const;
  const rules = [asking({ needs: ['regionsInUse'] })];
  const { check, open } = start({ rules, facts: { settingsFault } });
  await expect(check(1)).rejects.toThrow(RulesUndecidedError);
  await check(1, triesOfEvent);
  expect(await open()).toMatchObject([{ ruleId: 'rule-undecided', data: { rule: 'asking' } }]);
});

it('a table that cannot be asked for such findings has the event delivered again, and is asked again', async () => {
  const { given, check, open, store } = start({ answer: denied });
  await check(1);
  given.answer = found;
  const { get } = store;
  store.get = async () => {
    store.get = get;
    throw new Error('throttled');
  };
  await expect(check(2)).rejects.toThrow(EventNotCheckedError);
  await check(2, 2);
  expect(undecidedIn(await open())).toEqual([]);
});
