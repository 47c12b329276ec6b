import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { trailOf } from '../../trail.ts';

export default defineRule({
  id: 'cloudtrail-deleted',
  kind: 'condition',
  severity: 'critical',
  on: { actions: ['cloudtrail:DeleteTrail'] },
  outcome: 'attempted',
  title: 'CloudTrail trail deleted',
  why: 'No more log files are written, and the settings of the trail are lost with it. If this was the trail that feeds this monitor, it falls silent too.',
  fix: 'Create the trail again under the same name with its old bucket, key and selectors, start it, then read what the caller did before.',
  misses: 'Whether another trail logs the same events. Log files that are deleted from the bucket.',
  falsePositives:
    'Replacing a trail by an organisation trail. The finding then stays open until somebody accepts it, since no trail of that name comes back.',
  attack: ['T1562.008'],
  messages: {
    deleted: {
      done: '{actor} deleted trail {resource}.',
      tried: '{actor} tried to delete trail {resource}; AWS refused it.',
    },
  },
  undoneBy: [{ actions: ['cloudtrail:CreateTrail'], undoes: (event) => [{ resource: trailOf(event) }] }],

  evaluate: (event) => [{ message: 'deleted', resource: trailOf(event), data: {} }],
});

export const examples = (): Example[] => [
  {
    name: 'by name',
    expect: ['deleted'],
    severity: 'critical',
    record: call('cloudtrail:DeleteTrail', { request: { name: 'main' } }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'high',
    record: call('cloudtrail:DeleteTrail', {
      error: denied('cloudtrail:DeleteTrail', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main'),
    }),
  },
  {
    name: 'no such trail',
    expect: [],
    record: call('cloudtrail:DeleteTrail', {
      request: { name: 'main' },
      error: { code: 'TrailNotFoundException' },
    }),
  },
];
