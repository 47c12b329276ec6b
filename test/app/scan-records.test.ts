import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScanOptions, scanRecords } from '../../shared/app/scan-records.ts';
import { addCounts, noCounts, type ScanCounts } from '../../shared/app/scan-result.ts';
import { call, denied, root, service } from '../../shared/events/example.ts';
import { unwrap } from '../../shared/events/unwrap.ts';
import adminPolicyAttached from '../../shared/rules/catalogue/policies/admin-policy-attached-to-user.ts';
import rootApiActivity from '../../shared/rules/catalogue/root/root-api-activity.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { defineRule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';

const options: ScanOptions = {
  rules: indexRules([adminPolicyAttached, rootApiActivity]),
  ruleOf: ruleById,
  minSeverity: 'info',
  receivedAt: '2026-03-04T05:06:07.000Z',
  settings: {},
  later: { account: false, addresses: false },
  from: 'a.json',
};
const scan = (value: unknown, over: Partial<ScanOptions> = {}) =>
  scanRecords(unwrap(value), { ...options, ...over });
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const attach = call('iam:AttachUserPolicy', { request: { userName: 'eve', policyArn: admin } });

/** A read by a service, which no rule asks for whatever its tier. */
const unasked = call('workspaces:DescribeTags', {
  by: service('config.amazonaws.com'),
  readOnly: true,
  userAgent: 'config.amazonaws.com',
});

describe('a record is counted as', () => {
  it.each<[keyof ScanCounts, string, unknown, Partial<ScanOptions>]>([
    ['matched', 'one that a rule fires on', attach, {}],
    ['matched', 'one below the severity asked for, which is not shown', attach, { minSeverity: 'critical' }],
    [
      'noMatch',
      'one that a rule asks for and does not fire on',
      call('iam:AttachUserPolicy', {
        request: { userName: 'eve', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      }),
      {},
    ],
    ['outOfScope', 'one that no rule asks for', unasked, {}],
    ['tooOld', 'one before the time asked for', attach, { since: '2026-03-05T00:00:00.000Z' }],
    [
      'outOfScope',
      'one that no rule asks for, after the time asked for',
      unasked,
      { since: '2026-03-01T00:00:00.000Z' },
    ],
    ['unparsable', 'one without a source', { Records: [{ eventName: 'CreateUser' }] }, {}],
    ['unparsable', 'text that is no JSON', '{"cut', {}],
  ])('%s: %s', (as, _, value, over) => {
    expect(scan(value, over).counts).toEqual({ ...noCounts, records: 1, [as]: 1 });
  });
});

it('counts add up whatever is in the file', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(attach, call('s3:ListBuckets', { by: root() }), call('iam:ListUsers')),
  );
  fc.assert(
    fc.property(fc.array(anything), (records) => {
      const { records: all, ...parts } = scan({ Records: records }).counts;
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(all);
    }),
  );
});

it('counts of parts add up to those of the whole', () => {
  const whole = scan([attach, attach, call('s3:ListBuckets')]).counts;
  expect(addCounts(scan([attach]).counts, scan([attach, call('s3:ListBuckets')]).counts)).toEqual(whole);
});

it('a match says who did what, when, where and how it went', () => {
  const record = call('iam:AttachUserPolicy', { error: denied('iam:AttachUserPolicy', 'user eve') });
  const { matches, occurrences } = scan(record);
  expect(occurrences).toHaveLength(1);
  expect(matches).toEqual([
    {
      ruleId: 'admin-policy-attached-to-user',
      kind: 'incident',
      severity: 'medium',
      title: ruleById('admin-policy-attached-to-user')?.title,
      message: expect.stringMatching(/^bob tried to .* eve/),
      findingId: expect.stringMatching(/^F-[0-9A-Z]{10}$/),
      eventId: record['eventID'],
      eventName: 'AttachUserPolicy',
      eventSource: 'iam.amazonaws.com',
      eventTime: '2026-03-04T05:06:07.000Z',
      outcome: 'denied',
      errorCode: 'AccessDenied',
      accountId: '111122223333',
      region: 'us-east-1',
      actor: expect.objectContaining({ label: 'bob', type: 'IAMUser' }),
      resource: 'arn:aws:iam::111122223333:user/eve',
      sourceIp: '203.0.113.7',
      userAgent: expect.stringContaining('aws-cli'),
    },
  ]);
});

it('says which rules could not be decided, and which crashed where', () => {
  const base = {
    kind: 'incident',
    severity: 'high',
    title: '',
    why: '',
    fix: '',
    misses: '',
    falsePositives: '',
    attack: [],
    messages: { seen: '' },
  } as const;
  const needy = defineRule({
    ...base,
    id: 'needy',
    on: { actions: ['iam:CreateUser'] },
    lookups: () => [{ kind: 'role', id: 'eve' }],
    evaluate: () => [],
  });
  const broken = defineRule({
    ...base,
    id: 'broken',
    on: { actions: ['iam:CreateUser'] },
    evaluate: () => {
      throw new Error('no such field');
    },
  });
  const result = scan(
    { Records: [call('iam:CreateUser'), call('iam:CreateUser', { record: { eventID: 'e-2' } })] },
    { rules: indexRules([needy, broken]) },
  );
  expect(result.undecided).toEqual({ needy: { 'no-facts': 2 } });
  expect(result.problems.at(-1)).toEqual({
    position: 'Records[1]',
    cause: 'rule broken crashed on event e-2: no such field',
  });
});
