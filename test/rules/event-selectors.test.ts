import { describe, expect, it } from 'vitest';
import { loggingGapOf } from '../../shared/rules/event-selectors.ts';

const basic = (...eventSelectors: readonly object[]) => ({ eventSelectors });
const advanced = (...selectors: readonly (readonly object[])[]) => ({
  advancedEventSelectors: selectors.map((fieldSelectors) => ({ fieldSelectors })),
});
const management = { field: 'eventCategory', equals: ['Management'] };
const only = (readOnly: string) => ({ field: 'readOnly', equals: [readOnly] });
const without = (field: string, ...notEquals: readonly string[]) => ({ field, notEquals });

describe('loggingGapOf', () => {
  it.each([
    [undefined, 'the defaults', basic({})],
    [
      undefined,
      'reads and writes by two selectors',
      basic({ readWriteType: 'ReadOnly' }, { readWriteType: 'WriteOnly' }),
    ],
    [undefined, 'a data selector beside', basic({ includeManagementEvents: false }, {})],
    [undefined, 'a bare selector instead of a list', { eventSelectors: { readWriteType: 'All' } }],
    ['everything', 'data events only', basic({ includeManagementEvents: false })],
    ['everything', 'the same as text', basic({ includeManagementEvents: 'false' })],
    ['writes', 'reads only', basic({ readWriteType: 'ReadOnly' })],
    ['reads', 'writes only', basic({ readWriteType: 'WriteOnly' })],
    ['sources', 'without KMS', basic({ excludeManagementEventSources: ['kms.amazonaws.com'] })],
    [
      undefined,
      'without KMS, and with it',
      basic({ excludeManagementEventSources: ['kms.amazonaws.com'] }, {}),
    ],
    ['unknown', 'neither kind', {}],
    [undefined, 'advanced: all', advanced([management])],
    [
      'everything',
      'advanced: network events only',
      advanced([{ field: 'eventCategory', equals: ['NetworkActivity'] }]),
    ],
    ['reads', 'advanced: writes only', advanced([management, only('false')])],
    ['writes', 'advanced: reads only', advanced([management, only('true')])],
    [
      'sources',
      'advanced: without RDS Data',
      advanced([management, without('eventSource', 'rdsdata.amazonaws.com')]),
    ],
    [
      'some',
      'advanced: without STS too',
      advanced([management, without('eventSource', 'rdsdata.amazonaws.com', 'sts.amazonaws.com')]),
    ],
    [
      'some',
      'advanced: not one identity',
      advanced([management, without('userIdentity.arn', 'arn:aws:iam::1:user/x')]),
    ],
    [
      'reads',
      'advanced: writes whole, reads filtered',
      advanced([management, only('false')], [management, only('true'), without('eventName', 'GetUser')]),
    ],
  ])('%s: %s', (gap, _, request) => {
    expect(loggingGapOf(request)).toBe(gap);
  });
});
