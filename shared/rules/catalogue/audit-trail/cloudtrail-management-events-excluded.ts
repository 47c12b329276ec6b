import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { type LoggingGap, loggingGapOf } from '../../event-selectors.ts';
import type { Severity } from '../../severity.ts';
import { trailOf } from '../../trail.ts';

const severityOf: Readonly<Record<LoggingGap, Severity>> = {
  everything: 'critical',
  writes: 'critical',
  some: 'critical',
  unknown: 'high',
  reads: 'medium',
  sources: 'medium',
};

const gapOf = (event: IamEvent): LoggingGap | undefined =>
  event.requestOmitted ? 'unknown' : loggingGapOf(event.request);

export default defineRule({
  id: 'cloudtrail-management-events-excluded',
  kind: 'condition',
  severity: 'critical',
  on: { actions: ['cloudtrail:PutEventSelectors'] },
  outcome: 'attempted',
  title: 'Management events excluded from a trail',
  why: 'The trail runs on, but no longer writes down what people and tools change in the account, or leaves out what the attacker named.',
  fix: 'Put selectors back that log all management events, then read what the caller did just before.',
  misses: 'Trails that were set up so. Whether another trail logs the same events.',
  falsePositives:
    'A second trail for data events only. Leaving out KMS or RDS Data to save cost, which is reported as medium.',
  attack: ['T1562.008'],
  messages: {
    everything: {
      done: '{actor} took all management events out of trail {resource}.',
      tried: '{actor} tried to take all management events out of trail {resource}; AWS refused it.',
    },
    writes: {
      done: '{actor} took all changes out of trail {resource}: it logs reading calls only.',
      tried: '{actor} tried to take all changes out of trail {resource}; AWS refused it.',
    },
    some: {
      done: '{actor} put a filter on the management events of trail {resource}.',
      tried: '{actor} tried to put a filter on the management events of trail {resource}; AWS refused it.',
    },
    reads: {
      done: '{actor} took reading calls out of trail {resource}.',
      tried: '{actor} tried to take reading calls out of trail {resource}; AWS refused it.',
    },
    sources: {
      done: '{actor} took the events of KMS or RDS Data out of trail {resource}.',
      tried: '{actor} tried to take the events of KMS or RDS Data out of trail {resource}; AWS refused it.',
    },
    unknown: {
      done: '{actor} changed which events trail {resource} logs; CloudTrail did not log how.',
      tried: '{actor} tried to change which events trail {resource} logs; AWS refused it.',
    },
  },
  undo: {
    everything:
      'aws cloudtrail put-event-selectors --region {region} --trail-name {resource} --event-selectors ReadWriteType=All,IncludeManagementEvents=true',
    writes:
      'aws cloudtrail put-event-selectors --region {region} --trail-name {resource} --event-selectors ReadWriteType=All,IncludeManagementEvents=true',
  },
  undoneBy: [
    {
      // The selectors replace the old ones as a whole: what the new ones leave out is found by the same event and stays open.
      actions: ['cloudtrail:PutEventSelectors', 'cloudtrail:DeleteTrail'],
      undoes: (event) =>
        event.name === 'DeleteTrail' || gapOf(event) !== 'unknown' ? [{ resource: trailOf(event) }] : [],
    },
  ],

  evaluate(event) {
    const gap = gapOf(event);
    if (gap === undefined) return [];
    return [{ message: gap, resource: trailOf(event), severity: severityOf[gap], data: {} }];
  },
});

const basic = (...eventSelectors: readonly object[]) =>
  call('cloudtrail:PutEventSelectors', { request: { trailName: 'main', eventSelectors } });
const advanced = (...fieldSelectors: readonly object[]) =>
  call('cloudtrail:PutEventSelectors', {
    request: { trailName: 'main', advancedEventSelectors: [{ name: 'x', fieldSelectors }] },
  });
const management = { field: 'eventCategory', equals: ['Management'] };

const loud = (): Example[] => [
  {
    name: 'none at all',
    expect: ['everything'],
    severity: 'critical',
    record: basic({ readWriteType: 'ReadOnly', includeManagementEvents: false, dataResources: [] }),
  },
  {
    name: 'advanced selectors for data events only',
    expect: ['everything'],
    severity: 'critical',
    record: advanced({ field: 'eventCategory', equals: ['Data'] }),
  },
  {
    name: 'reads only, as text',
    expect: ['writes'],
    severity: 'critical',
    record: basic({ readWriteType: 'ReadOnly', includeManagementEvents: 'true' }),
  },
  {
    name: 'not what one identity does',
    expect: ['some'],
    severity: 'critical',
    record: advanced(management, {
      field: 'userIdentity.arn',
      notEquals: ['arn:aws:iam::111122223333:user/bob'],
    }),
  },
  {
    name: 'not IAM',
    expect: ['some'],
    record: advanced(management, { field: 'eventSource', notEquals: ['iam.amazonaws.com'] }),
  },
  {
    name: 'writes only',
    expect: ['reads'],
    severity: 'medium',
    record: basic({ readWriteType: 'WriteOnly' }),
  },
  {
    name: 'without KMS',
    expect: ['sources'],
    severity: 'medium',
    record: basic({ readWriteType: 'All', excludeManagementEventSources: ['kms.amazonaws.com'] }),
  },
  {
    name: 'too large for CloudTrail',
    expect: ['unknown'],
    severity: 'high',
    record: call('cloudtrail:PutEventSelectors', {
      request: { omitted: true, reason: 'requestParameters too large' },
    }),
  },
  {
    name: 'refused',
    expect: ['unknown'],
    severity: 'medium',
    record: call('cloudtrail:PutEventSelectors', {
      error: denied('cloudtrail:PutEventSelectors', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main'),
    }),
  },
];

const quiet = (): Example[] => [
  { name: 'all, by default', expect: [], record: basic({ dataResources: [] }) },
  {
    name: 'all, beside a selector for data events only',
    expect: [],
    record: basic(
      { includeManagementEvents: false },
      { readWriteType: 'All', includeManagementEvents: true },
    ),
  },
  { name: 'all, by an advanced selector', expect: [], record: advanced(management) },
  {
    name: 'no such trail',
    expect: [],
    record: call('cloudtrail:PutEventSelectors', { error: { code: 'TrailNotFoundException' } }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
