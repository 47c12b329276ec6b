import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloudTrailEventHistory } from '../../../shared/adapters/cloudtrail/event-history.ts';
import { queriesIn } from '../../../shared/reconcile/looked-up.ts';
import { change, idOf } from '../../reconcile/world.ts';
import { type ScriptedAws, startScriptedAws } from '../iam/scripted-aws.ts';

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
});

const hour = '2026-03-04T05';
const lookup = () =>
  cloudTrailEventHistory({ clientIn: () => aws.cloudTrail, homeRegion: 'us-east-1', interval: 1 });

const event = (by: string) => {
  const record = change('05:10:00', by);
  // As LookupEvents answers: the record is text, the time epoch seconds.
  return {
    EventId: idOf(record),
    EventName: 'CreateUser',
    EventTime: 1772600000,
    CloudTrailEvent: JSON.stringify(record),
  };
};
const answer = (events: readonly object[], NextToken?: string) => ({
  body: JSON.stringify({ Events: events, ...(NextToken === undefined ? {} : { NextToken }) }),
});

interface Asked {
  readonly LookupAttributes: readonly [{ readonly AttributeKey: string; readonly AttributeValue: string }];
  readonly StartTime: number;
  readonly EndTime: number;
  readonly NextToken?: string;
}
const asked = (): readonly Asked[] => aws.calls.map(({ parameters }) => JSON.parse(parameters['body'] ?? ''));

const allPages = async (region: string) => {
  const found = [];
  const history = lookup();
  let after: string | undefined;
  do {
    const page = await history.page(region, hour, after);
    found.push(...page.found);
    after = page.next;
  } while (after !== undefined);
  return found;
};

describe('the event history of CloudTrail', () => {
  it('is asked for one attribute after the other, page by page, within the hour', async () => {
    aws.script(
      'LookupEvents',
      answer([event('alice'), event('bob')], 'token'),
      answer([event('carol')]),
      answer([]),
    );
    const found = await allPages('us-east-1');
    const ids = found.map((one) => (one.kind === 'record' ? one.value['eventID'] : one.kind));
    expect(ids).toEqual(['alice', 'bob', 'carol'].map((by) => idOf(change('05:10:00', by))));
    const queries = queriesIn('us-east-1', 'us-east-1');
    const values = asked().map(({ LookupAttributes: [{ AttributeKey, AttributeValue }] }) => ({
      attribute: AttributeKey,
      value: AttributeValue,
    }));
    expect(values).toEqual([queries[0], ...queries]);
    expect(asked().map(({ NextToken }) => NextToken)).toEqual([
      undefined,
      'token',
      ...queries.slice(1).map(() => undefined),
    ]);
    for (const { StartTime, EndTime } of asked())
      expect([StartTime, EndTime].map((seconds) => new Date(seconds * 1000).toISOString())).toEqual([
        '2026-03-04T05:00:00.000Z',
        '2026-03-04T05:59:59.000Z',
      ]);
  });

  it('begins a query anew when its token holds no longer', async () => {
    aws.script(
      'LookupEvents',
      answer([event('alice')], 'token'),
      { error: 'InvalidNextTokenException' },
      answer([event('alice')], 'new token'),
    );
    const history = lookup();
    const first = await history.page('us-east-1', hour, undefined);
    const second = await history.page('us-east-1', hour, first.next);
    expect(second.found).toHaveLength(1);
    expect(second.next).toContain('new token');
    expect(asked().map(({ NextToken }) => NextToken)).toEqual([undefined, 'token', undefined]);
  });

  it('begins the hour anew when the place it stopped at is of a query that is no longer asked', async () => {
    aws.script('LookupEvents', answer([]));
    await lookup().page('us-east-1', hour, JSON.stringify({ query: 'EventName=Gone', token: 'old' }));
    expect(asked()[0]).toMatchObject({
      LookupAttributes: [{ AttributeKey: 'EventSource', AttributeValue: 'iam.amazonaws.com' }],
    });
    expect(asked()[0]).not.toHaveProperty('NextToken');
  });

  it('says which event it cannot read, and gives the others', async () => {
    aws.script(
      'LookupEvents',
      answer([{ EventId: 'e1' }, { CloudTrailEvent: '{"eventName":' }, event('bob')]),
    );
    const { found } = await lookup().page('us-east-1', hour, undefined);
    expect(found.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable', 'record']);
    expect(found[0]).toMatchObject({ position: 'Events[0]', cause: 'event e1 without its record' });
  });

  it.each([
    ['AccessDeniedException', /cloudtrail:LookupEvents was denied: .*docs\/permissions\.md/],
    ['ThrottlingException', /was throttled: .*docs\/operating\.md/],
    ['InvalidTimeRangeException', /InvalidTimeRangeException: as scripted/],
  ])('says why it has no answer: %s', async (error, message) => {
    aws.script('LookupEvents', { error });
    await expect(lookup().page('us-east-1', hour, undefined)).rejects.toThrow(message);
  });
});
