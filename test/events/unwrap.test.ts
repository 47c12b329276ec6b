import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from '../../shared/events/example.ts';
import { type Unwrapped, unwrap } from '../../shared/events/unwrap.ts';

const record = call('iam:CreateUser', { request: { userName: 'eve' } });
const eventBridge = {
  version: '0',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.iam',
  time: '2026-03-04T05:06:09Z',
  detail: record,
};
const sns = {
  Type: 'Notification',
  MessageId: '1',
  Timestamp: '2026-03-04T05:06:10.000Z',
  Message: JSON.stringify(eventBridge),
};
const found = (position: string, wrapperTime?: string): Unwrapped => ({
  kind: 'record',
  value: record,
  position,
  ...(wrapperTime ? { wrapperTime } : {}),
});

describe('unwrap finds the record in', () => {
  it.each<[string, unknown, Unwrapped[]]>([
    ['a single record', record, [found('')]],
    ['JSON text', JSON.stringify(record), [found('')]],
    ['a list', [record, record], [found('[0]'), found('[1]')]],
    ['an S3 log file', { Records: [record] }, [found('Records[0]')]],
    ['an EventBridge event', eventBridge, [found('detail', '2026-03-04T05:06:09.000Z')]],
    [
      'an SQS batch of EventBridge events',
      { Records: [{ messageId: 'm', body: JSON.stringify(eventBridge) }] },
      [found('Records[0].body.detail', '2026-03-04T05:06:09.000Z')],
    ],
    [
      'an SQS message holding an SNS message',
      { Body: JSON.stringify(sns) },
      [found('Body.Message.detail', '2026-03-04T05:06:09.000Z')],
    ],
    [
      'SNS to Lambda',
      { Records: [{ EventSource: 'aws:sns', Sns: sns }] },
      [found('Records[0].Sns.Message.detail', '2026-03-04T05:06:09.000Z')],
    ],
    [
      'a LookupEvents answer',
      { Events: [{ EventId: 'e', EventTime: 1772600767, CloudTrailEvent: JSON.stringify(record) }] },
      [found('Events[0].CloudTrailEvent', '2026-03-04T05:06:07.000Z')],
    ],
    ['an empty log file', { Records: [] }, []],
  ])('%s', (_, value, expected) => {
    expect([...unwrap(value)]).toEqual(expected);
  });
});

describe('unwrap says what holds no record', () => {
  it.each<[string, unknown, Partial<Unwrapped>]>([
    [
      'a digest file',
      { digestStartTime: '2026-03-04T05:06:07Z' },
      { kind: 'no-records', what: 'a CloudTrail digest file' },
    ],
    [
      'an S3 notice',
      { Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { object: {} } }] },
      { kind: 'no-records', position: 'Records[0]' },
    ],
    ['text cut off', '{"Records": [{"eventName": "Cre', { kind: 'unreadable' }],
    [
      'another object',
      { a: 1, b: 2 },
      {
        kind: 'unreadable',
        cause: 'no CloudTrail record: an object with a, b, but no eventName and eventSource',
      },
    ],
    [
      'an empty object',
      {},
      {
        kind: 'unreadable',
        cause: 'no CloudTrail record: an empty object, but no eventName and eventSource',
      },
    ],
    ['null', null, { kind: 'unreadable', cause: 'no CloudTrail record: null' }],
    ['a number', 7, { kind: 'unreadable', cause: 'no CloudTrail record: number' }],
    [
      'endless nesting',
      [[[[[[[[[[record]]]]]]]]]],
      { kind: 'unreadable', cause: 'nested more than 8 levels deep' },
    ],
  ])('%s', (_, value, expected) => {
    expect([...unwrap(value)]).toMatchObject([expected]);
  });
});

it('loses no neighbour of what it cannot read', () => {
  const all = [...unwrap({ Records: [record, null, { body: 'not json' }, record] })];
  expect(all.map(({ kind, position }) => [kind, position])).toEqual([
    ['record', 'Records[0]'],
    ['unreadable', 'Records[1]'],
    ['unreadable', 'Records[2].body'],
    ['record', 'Records[3]'],
  ]);
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.string()), (value) => {
      for (const one of unwrap(value)) expect(one.position).toBeTypeOf('string');
    }),
  );
});
