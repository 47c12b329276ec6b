import { call, denied, service } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { trailOf } from '../../trail.ts';

export default defineRule({
  id: 'cloudtrail-stopped',
  kind: 'condition',
  severity: 'critical',
  on: { actions: ['cloudtrail:StopLogging'] },
  outcome: 'attempted',
  title: 'CloudTrail trail stopped',
  why: 'What happens from now on leaves no log file. If this was the trail that feeds this monitor, it falls silent too.',
  fix: 'Start the trail again, then read what the caller did just before and, in CloudTrail’s event history, since.',
  misses:
    'Trails that are starved without being stopped: a bucket policy, a key or a lifecycle rule that loses the files.',
  falsePositives: 'Replacing a trail by another one. Even then the gap should be short.',
  attack: ['T1562.008'],
  messages: {
    stopped: {
      done: '{actor} stopped trail {resource}.',
      tried: '{actor} tried to stop trail {resource}; AWS refused it.',
    },
  },
  undo: { stopped: 'aws cloudtrail start-logging --region {region} --name {resource}' },
  undoneBy: [
    {
      // A deleted trail is a finding of its own (cloudtrail-deleted).
      actions: ['cloudtrail:StartLogging', 'cloudtrail:DeleteTrail'],
      undoes: (event) => [{ resource: trailOf(event) }],
    },
  ],

  evaluate: (event) => [{ message: 'stopped', resource: trailOf(event), data: {} }],
});

export const examples = (): Example[] => [
  {
    name: 'by name',
    expect: ['stopped'],
    severity: 'critical',
    record: call('cloudtrail:StopLogging', { request: { name: 'main' } }),
  },
  {
    name: 'by ARN, by a service',
    expect: ['stopped'],
    record: call('cloudtrail:StopLogging', {
      by: service('controltower.amazonaws.com'),
      request: { name: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main' },
    }),
  },
  {
    name: 'refused',
    expect: ['stopped'],
    severity: 'high',
    record: call('cloudtrail:StopLogging', {
      error: denied('cloudtrail:StopLogging', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main'),
    }),
  },
  {
    name: 'no such trail',
    expect: [],
    record: call('cloudtrail:StopLogging', {
      request: { name: 'main' },
      error: { code: 'TrailNotFoundException' },
    }),
  },
];
