import { describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import { memoryFindingStore } from '../../shared/adapters/memory/finding-store.ts';
import type { Alert } from '../../shared/alerts/alert.ts';
import { type CheckEventPorts, checkEvent, EventNotCheckedError } from '../../shared/app/check-event.ts';
import { recoveryWatch } from '../../shared/app/undecided.ts';
import { call, denied, exampleAccount, signIn, user } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { noHistory } from '../../shared/history/event-history.ts';
import { ruleById, rules } from '../../shared/rules/catalogue.ts';
import { defineRule, type Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';

const now = '2026-03-04T05:10:00.000Z';
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const attach = (over = {}) =>
  call('iam:AttachUserPolicy', { request: { userName: 'eve', policyArn: admin }, ...over });
const detach = (over = {}) =>
  call('iam:DetachUserPolicy', {
    request: { userName: 'eve', policyArn: admin },
    time: '2026-03-04T05:20:00Z',
    ...over,
  });

/** Of the catalogue, what the tests are about: each rule that is added to it would change what they see. */
const chosen = rules.filter(({ id }) =>
  ['admin-policy-attached-to-user', 'role-trust-policy-public', 'suspicious-user-agent'].includes(id),
);

const start = (extra: readonly Rule[] = [], over: Partial<CheckEventPorts> = {}) => {
  const sent: Alert[] = [];
  const store = memoryFindingStore();
  const all = [...chosen, ...extra];
  const ports: CheckEventPorts = {
    rules: indexRules(all),
    ruleOf: (id) => all.find((rule) => rule.id === id) ?? ruleById(id),
    store,
    alerter: { send: async (alert) => void sent.push(alert) },
    facts: { account: noAccount, history: noHistory, settings: {} },
    watch: recoveryWatch(() => Date.parse(now)),
    ...over,
  };
  const check = (record: JsonObject) => checkEvent(parseRecord(record, { receivedAt: now }), ports, now);
  const open = async () => (await store.openFindings(exampleAccount)).items;
  const pending = () => Array.fromAsync(store.pendingAlerts('9999'));
  return { sent, store, check, open, pending };
};

describe('an event that matches', () => {
  it('is stored, told and marked as told', async () => {
    const { sent, check, open, pending } = start();
    const checked = await check(attach());
    expect(checked.alerts).toBe(1);
    expect(sent).toMatchObject([
      {
        ruleId: 'admin-policy-attached-to-user',
        status: 'opened',
        severity: 'high',
        accountId: exampleAccount,
      },
    ]);
    expect(await open()).toMatchObject([
      { ruleId: 'admin-policy-attached-to-user', count: 1, version: 1, alertedVersion: 1 },
    ]);
    expect(await pending()).toEqual([]);
  });

  it('and comes again changes nothing', async () => {
    const { sent, check, open } = start();
    for (const record of [attach(), attach(), attach()]) await check(record);
    expect(sent).toHaveLength(1);
    expect(await open()).toMatchObject([{ count: 1 }]);
  });

  it('is told again after a crash between sending and marking', async () => {
    const { sent, store, check, pending } = start();
    const markAlerted = store.markAlerted.bind(store);
    store.markAlerted = async () => {
      store.markAlerted = markAlerted;
      throw new Error('the process ended');
    };
    await expect(check(attach())).rejects.toThrow(EventNotCheckedError);
    expect(await pending()).toHaveLength(1);
    await check(attach());
    expect(sent.map(({ id }) => id)).toEqual([sent[0]?.id, sent[0]?.id]);
    expect(await pending()).toEqual([]);
  });

  it('is put right by the event that undoes it, in either order', async () => {
    for (const order of [
      [attach(), detach()],
      [detach(), attach()],
    ]) {
      const { sent, check, open, pending } = start();
      for (const record of order) await check(record);
      expect(await open()).toEqual([]);
      expect(await pending()).toEqual([]);
      expect(sent.at(-1)?.status).toBe('resolved');
    }
  });

  it('and was refused is an incident one level lower, which no undoing touches', async () => {
    const { sent, check, open } = start();
    await check(attach({ request: undefined, error: denied('iam:AttachUserPolicy', 'user eve') }));
    await check(detach());
    expect(sent).toMatchObject([{ kind: 'incident', severity: 'medium', status: 'opened' }]);
    expect(await open()).toHaveLength(1);
  });
});

describe('several matches of one event and resource', () => {
  const noisy = (id: string, severity: Rule['severity']): Rule =>
    defineRule({
      id,
      kind: 'incident',
      severity,
      on: { actions: ['iam:AttachUserPolicy'] },
      title: id,
      why: '',
      fix: '',
      misses: '',
      falsePositives: '',
      attack: [],
      messages: { seen: '{actor} did it' },
      evaluate: () => [{ message: 'seen', resource: `arn:aws:iam::${exampleAccount}:user/eve`, data: {} }],
    });

  it('give one alert, led by the most severe, that marks them all', async () => {
    const { sent, check, open, pending } = start([noisy('worse', 'critical'), noisy('milder', 'medium')]);
    await check(attach());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ ruleId: 'worse', severity: 'critical' });
    expect(sent[0]?.others.map(({ ruleId }) => ruleId)).toEqual(['admin-policy-attached-to-user', 'milder']);
    expect(await open()).toHaveLength(3);
    expect(await pending()).toEqual([]);
  });

  it('are stored and not told when none is worth it', async () => {
    const { sent, check, open, pending } = start([noisy('quiet', 'low')]);
    await check(
      call('iam:AttachUserPolicy', {
        request: { userName: 'eve', policyArn: `arn:aws:iam::${exampleAccount}:policy/x` },
      }),
    );
    expect(sent).toEqual([]);
    expect(await open()).toMatchObject([{ ruleId: 'quiet' }]);
    expect(await pending()).toEqual([]);
  });

  it('go on when one of the rules crashes', async () => {
    const broken: Rule = {
      ...noisy('broken', 'critical'),
      evaluate: () => {
        throw new Error('no such field');
      },
    };
    const { check, open } = start([broken]);
    const { crashes } = await check(attach());
    expect(crashes).toMatchObject([{ rule: { id: 'broken' }, error: new Error('no such field') }]);
    expect(await open()).toHaveLength(1);
  });
});

it('one failing finding does not keep the others from being told', async () => {
  const { sent, store, check } = start();
  const record = store.record.bind(store);
  store.record = async (occurrence, at) => {
    if (occurrence.ruleId === 'admin-policy-attached-to-user') throw new Error('throttled');
    return record(occurrence, at);
  };
  await expect(check(attach({ userAgent: 'Pacu/1.0 kali' }))).rejects.toThrow(/1 steps failed/);
  expect(sent.map(({ ruleId }) => ruleId)).not.toContain('admin-policy-attached-to-user');
});

it('an event without a match leaves nothing', async () => {
  const { sent, check, open } = start();
  const checked = await check(signIn(user('alice'), { mfa: true }));
  expect(checked).toMatchObject({ matches: [], findings: [], alerts: 0 });
  expect(sent).toEqual([]);
  expect(await open()).toEqual([]);
});

it('an event that both hits a finding and puts it right is told once', async () => {
  const open = JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } });
  const { sent, check } = start();
  await check(call('iam:UpdateAssumeRolePolicy', { request: { roleName: 'ops', policyDocument: open } }));
  expect(sent).toMatchObject([{ ruleId: 'role-trust-policy-public', others: [] }]);
});
