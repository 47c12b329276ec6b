import { describe, expect, it } from 'vitest';
import { selectionRules } from '../../infra/aws/patterns/selection.ts';
import { exampleAccount } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { expectedEvents } from '../../shared/reconcile/expected.ts';
import { isLookedUp, queriesIn } from '../../shared/reconcile/looked-up.ts';
import { catalogue } from '../../shared/rules/catalogue/index.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import type { Example } from '../../shared/rules/define-rule.ts';
import { type Tier, tiers } from '../../shared/rules/trigger.ts';
import { takenBy } from '../infra/aws/deliver.ts';

interface Examples {
  readonly examples: () => readonly Example[];
}
const folder = new URL('../../shared/rules/catalogue/', import.meta.url);
const modules = await Promise.all(
  catalogue.map(
    async ({ topic, rule }) => (await import(new URL(`${topic}/${rule.id}.ts`, folder).href)) as Examples,
  ),
);
const records: readonly JsonObject[] = modules
  .flatMap(({ examples }) => examples())
  .flatMap(({ record, before = [] }) => [record, ...before]);
const parse = (record: JsonObject) => parseRecord(record, { receivedAt: '2026-03-04T05:06:07Z' });
/** What a pattern can tell two calls apart by, roughly: of a hundred alike, one is enough. */
const kindOf = (record: JsonObject): string => {
  const { action, actor, outcome, via } = parse(record);
  return [action, actor.type, actor.roleName, outcome, via].join(' ');
};
const lookedUp = [
  ...new Map(
    records.filter((record) => isLookedUp(parse(record))).map((record) => [kindOf(record), record]),
  ).values(),
];

describe.each(tiers)('in tier %s', (tier: Tier) => {
  const isExpected = expectedEvents(rules, { tier, accountId: exampleAccount });
  const selection = selectionRules({ rules, tier, ownRoleArns: [] });

  it('an event is expected when, and only when, a pattern of the deployment takes it', () => {
    expect(lookedUp.length).toBeGreaterThan(150);
    const wrong = lookedUp
      .map((record) => ({ record, event: parse(record) }))
      .filter(({ event }) => event.accountId === exampleAccount)
      .filter(({ record, event }) => isExpected(event) !== takenBy(selection, record).length > 0)
      .map(({ event: { action, actor, readOnly } }) => `${action} by ${actor.type}, readOnly ${readOnly}`);
    expect(wrong).toEqual([]);
  });
});

describe('expected events', () => {
  const isExpected = expectedEvents(rules, { tier: 'core', accountId: exampleAccount });
  const record = lookedUp.find(({ eventName }) => eventName === 'CreateUser') ?? {};

  it.each<readonly [string, boolean, JsonObject]>([
    ['a change to IAM', true, {}],
    ['one in another account', false, { recipientAccountId: '444455556666' }],
    ['a read', false, { eventName: 'GetUser', readOnly: true }],
    ['a read that is not marked as one', false, { eventName: 'GetUser' }],
    ['a data event', false, { eventCategory: 'Data' }],
    ['another service', false, { eventSource: 's3.amazonaws.com', eventName: 'DeleteBucket' }],
    ['a role taken on', false, { eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole' }],
    ['the rare STS calls', true, { eventSource: 'sts.amazonaws.com', eventName: 'GetFederationToken' }],
  ])('%s: %s', (_, expected, over) => {
    expect(isExpected(parse({ ...record, ...over }))).toBe(expected);
  });

  it('are asked for by one attribute at a time, IAM in the home Region only', () => {
    const values = (region: string) => queriesIn(region, 'us-east-1').map(({ value }) => value);
    expect(values('us-east-1')).toContain('iam.amazonaws.com');
    expect(values('eu-west-1')).not.toContain('iam.amazonaws.com');
    expect(values('eu-west-1')).toEqual(
      expect.arrayContaining(['signin.amazonaws.com', 'cloudtrail.amazonaws.com', 'GetSessionToken']),
    );
    expect(values('us-east-1')).not.toContain('AssumeRole');
  });
});
