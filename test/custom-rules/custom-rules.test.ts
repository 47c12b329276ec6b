import { describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import { memoryEventHistory } from '../../shared/adapters/memory/event-history.ts';
import { buildAlert } from '../../shared/alerts/build-alert.ts';
import { renderPlainText } from '../../shared/alerts/render/plain-text.ts';
import { renderSlackMessage } from '../../shared/alerts/render/slack-blocks.ts';
import { factsFor } from '../../shared/app/facts-for.ts';
import type { CustomRule } from '../../shared/custom-rules/custom-rule.ts';
import { needsRegex, ruleFrom } from '../../shared/custom-rules/custom-rules.ts';
import { noRegex } from '../../shared/custom-rules/regex.ts';
import { spanText } from '../../shared/custom-rules/span-text.ts';
import { call, consoleUser, denied, role, root, signIn } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { effectsOf } from '../../shared/findings/from-evaluation.ts';
import { openFinding } from '../../shared/findings/lifecycle.ts';
import { rules as catalogue } from '../../shared/rules/catalogue.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';
import { re2 } from '../../shared/sigma/re2.ts';
import { hasUnseen } from '../../shared/text/clean.ts';
import { correlationText, readTexts, referable, sigmaText } from '../sigma/sigma-text.ts';
import { hostileText } from '../text/hostile.ts';

const at = '2026-03-04T05:06:07.000Z';
const firstOf = (...texts: readonly string[]): CustomRule =>
  readTexts(...texts).rules[0] ?? expect.fail('no rule was read');
const ruleOf = (...texts: readonly string[]): Rule => ruleFrom(firstOf(...texts), re2);
const anything = (head = ''): string =>
  sigmaText('selection:\n  eventName|exists: true\ncondition: selection', head);

/** The matches of the last of some records, after those before it. */
const run = async (rule: Rule, ...records: readonly JsonObject[]) => {
  const index = indexRules([rule]);
  const history = memoryEventHistory();
  let last = runRules(index, parseRecord(call('iam:CreateUser'), { receivedAt: at }));
  for (const record of records) {
    const event = parseRecord(record, { receivedAt: at });
    last = runRules(
      index,
      event,
      await factsFor(index, event, { account: noAccount, history, settings: {} }),
    );
  }
  return last;
};

describe('what a custom rule is about', () => {
  const eve = { request: { userName: 'eve' } };
  const resource = (arn: string) => ({ resources: [{ ARN: arn, accountId: '111122223333' }] });
  it.each([
    ['what an IAM call acts on', call('iam:CreateAccessKey', eve), 'arn:aws:iam::111122223333:user/eve'],
    [
      'who called, elsewhere',
      call('s3:DeleteBucket', { by: role('deploy', 's') }),
      'arn:aws:iam::111122223333:role/deploy',
    ],
    ['the account, for root', call('s3:DeleteBucket', { by: root() }), 'arn:aws:iam::111122223333:root'],
    [
      'the resource that CloudTrail names',
      call('sts:AssumeRole', { record: resource('arn:aws:iam::1:role/r') }),
      'arn:aws:iam::1:role/r',
    ],
    [
      'not one of several',
      call('kms:Decrypt', { record: { resources: [{ ARN: 'a' }, { ARN: 'b' }] } }),
      'arn:aws:iam::111122223333:user/bob',
    ],
    [
      'not a list that is none',
      call('kms:Decrypt', { record: { resources: ['x', null, { ARN: 5 }] } }),
      'arn:aws:iam::111122223333:user/bob',
    ],
  ])('%s', async (_, record, expected) => {
    const { matches } = await run(ruleOf(anything()), record);
    expect(matches.map(({ match }) => match.resource)).toEqual([expected]);
  });
});

it('fires on every outcome with its own severity, since Sigma looks at every record', async () => {
  const rule = ruleOf(anything('level: high'));
  for (const error of [{}, { error: denied('iam:CreateUser') }, { error: { code: 'EntityAlreadyExists' } }]) {
    const { matches } = await run(rule, call('iam:CreateUser', error));
    expect(matches.map(({ severity, kind }) => [severity, kind])).toEqual([['high', 'incident']]);
  }
});

it('has an id that no rule of the catalogue can have', () => {
  expect(catalogue.filter(({ id }) => id.includes(':'))).toEqual([]);
  expect(firstOf(anything()).id).toBe('custom:rule');
});

describe('regular expressions', () => {
  const withRegex = sigmaText('selection:\n  userAgent|re: x\ncondition: not selection');
  it('are asked for where a rule has one, and only there', () => {
    expect(needsRegex([firstOf(anything())])).toBe(false);
    expect(needsRegex([firstOf(withRegex)])).toBe(true);
    const correlation = correlationText('type: event_count\nrules: n\ntimespan: 5m\ncondition: {gte: 2}');
    expect(needsRegex([firstOf(correlation, `name: n\n${withRegex}`)])).toBe(true);
  });
  it('are never left out in silence', () => {
    expect(() => ruleFrom(firstOf(withRegex), noRegex)).toThrow(
      'no engine for regular expressions is loaded',
    );
    expect(() => ruleFrom(firstOf(anything()), noRegex)).not.toThrow();
  });
});

describe("an attacker's texts in a rule", () => {
  const quoted = JSON.stringify(`{actor} {eventName} ${hostileText}`.slice(0, 250));
  const hostile = `${anything().replace('A rule', quoted)}\ndescription: ${JSON.stringify(hostileText)}\nfalsepositives: [${quoted}]\nreferences: [${quoted}]`;

  it('are escaped in Slack and in mail, and are no templates', async () => {
    const rule = ruleOf(hostile);
    const event = parseRecord(call('iam:CreateUser', { request: { userName: 'eve' } }), { receivedAt: at });
    const { occurrences } = effectsOf(event, await run(rule, event.record));
    const [occurrence] = occurrences;
    const { finding } = openFinding(occurrence ?? expect.fail('no match'), undefined, at);
    const ruleOfId = () => rule;
    const alert = buildAlert([finding], ruleOfId);
    const slack = JSON.stringify(renderSlackMessage(alert, { ruleOf: ruleOfId }).blocks);
    const mail = renderPlainText(alert, { ruleOf: ruleOfId });
    expect(alert.sentence).toContain('bob called CreateUser of iam.amazonaws.com (custom rule: {actor}');
    expect(slack).not.toMatch(/<!channel>|<@U|<https:\/\/evil/);
    expect(mail.body.split('\n').filter(hasUnseen)).toEqual([]);
    expect(mail.subject).toMatch(/^[\x20-\x7e]{1,99}$/);
  });
});

describe('a correlation', () => {
  const counting = (lines: string, ...others: readonly string[]) =>
    ruleOf(correlationText(`rules: base\ntimespan: 10m\n${lines}`), referable('base'), ...others);
  const create = (minute: number, name = 'eve', over: JsonObject = {}) =>
    call('iam:CreateUser', {
      time: `2026-03-04T05:${String(minute).padStart(2, '0')}:00Z`,
      request: { userName: name },
      record: { eventID: `e-${minute}-${name}`, ...over },
    });

  it('says what it counted, for whom, in how long', async () => {
    const rule = counting('type: event_count\ngroup-by: [userIdentity.userName]\ncondition: {gte: 2}');
    const { matches } = await run(rule, create(0), create(1));
    expect(matches.map(({ match }) => [match.message, match.data])).toEqual([
      [
        'counted',
        {
          rule: 'A correlation',
          count: 2,
          span: '10 minutes',
          fields: [],
          steps: ['A rule'],
          group: ['bob'],
        },
      ],
    ]);
  });

  it('fires once a window, however many more events come', async () => {
    const rule = counting('type: event_count\ncondition: {gte: 2}');
    expect((await run(rule, create(0), create(1))).matches).toHaveLength(1);
    expect((await run(rule, create(0), create(1), create(2))).matches).toHaveLength(0);
  });

  it('makes a case of each group that is full', async () => {
    const rule = counting('type: event_count\ngroup-by: [requestParameters.names]\ncondition: {gte: 2}');
    const named = (minute: number, ...names: readonly string[]) =>
      create(minute, 'x', { requestParameters: { names } });
    const { matches } = await run(rule, named(0, 'a', 'b', 'c'), named(1, 'c', 'a', 'd'));
    expect(matches.map(({ match }) => match.aspect).sort()).toEqual(['["a"]', '["c"]']);
  });

  it('counts nothing of an event that lacks a field of the group', async () => {
    const rule = counting('type: event_count\ngroup-by: [sharedEventID]\ncondition: {gte: 1}');
    expect((await run(rule, create(0))).matches).toEqual([]);
    expect((await run(rule, create(1, 'eve', { sharedEventID: null }))).matches).toEqual([]);
    expect((await run(rule, create(2, 'eve', { sharedEventID: 's' }))).matches).toHaveLength(1);
  });

  it('is a crash, which is told, for an event of more groups than can be counted', async () => {
    const rule = counting('type: event_count\ngroup-by: [requestParameters.names]\ncondition: {gte: 2}');
    const names = Array.from({ length: 51 }, (_, i) => `n${i}`);
    const { crashes } = await run(rule, create(0, 'x', { requestParameters: { names } }));
    expect(String(crashes[0]?.error)).toContain(
      'more than 50 combinations of the values of requestParameters.names',
    );
  });

  it('counts as many values of one event as it asks for, be they ever so many and long', async () => {
    const rule = counting('type: value_count\ncondition: {gte: 3, field: requestParameters.names}');
    const names = Array.from({ length: 5000 }, (_, i) => `${i}-${'x'.repeat(1000)}`);
    const record = create(0, 'x', { requestParameters: { names } });
    const needs = rule.history?.(parseRecord(record, { receivedAt: at }), {}, []) ?? [];
    expect(needs).toHaveLength(3);
    expect(JSON.stringify(needs).length).toBeLessThan(1000);
    expect((await run(rule, record)).matches).toHaveLength(1);
  });

  it('counts an event once that several of its rules mean', async () => {
    const rule = ruleOf(
      correlationText('type: event_count\nrules: [base, other]\ntimespan: 10m\ncondition: {gte: 2}'),
      referable('base'),
      referable('other'),
    );
    expect((await run(rule, create(0))).matches).toEqual([]);
    expect((await run(rule, create(0), create(1))).matches).toHaveLength(1);
  });

  it('is undecided without a history', () => {
    const rule = counting('type: event_count\ncondition: {gte: 2}');
    const { inconclusive } = runRules(indexRules([rule]), parseRecord(create(0), { receivedAt: at }));
    expect(inconclusive.map(({ because }) => because)).toEqual(['unavailable']);
  });

  it('looks at failed sign-ins, too', async () => {
    const text = sigmaText(
      'selection:\n  eventName: ConsoleLogin\n  errorMessage|exists: true\ncondition: selection',
    );
    const rule = ruleOf(
      correlationText('type: event_count\nrules: n\ntimespan: 1h\ncondition: {gte: 2}'),
      `name: n\n${text}`,
    );
    const failed = (id: string) => ({
      ...signIn(consoleUser('bob', false)),
      eventID: id,
      errorMessage: 'Failed authentication',
    });
    expect((await run(rule, failed('1'), failed('2'))).matches).toHaveLength(1);
  });
});

it.each([
  [1, '1 second'],
  [90, '90 seconds'],
  [60, '1 minute'],
  [5400, '90 minutes'],
  [7200, '2 hours'],
  [604_800, '7 days'],
])('%i seconds are told as %s', (seconds, text) => {
  expect(spanText(seconds)).toBe(text);
});
