import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { trailOf } from '../../trail.ts';

export default defineRule({
  id: 'cloudtrail-created-or-started',
  kind: 'inventory',
  severity: 'info',
  on: { actions: ['cloudtrail:CreateTrail', 'cloudtrail:StartLogging'] },
  title: 'CloudTrail trail created or started',
  why: 'The report shows since when which trail records, and who set it up. A second trail also costs money for every event.',
  fix: 'Nothing to mend. Ask why there is a new trail if you have one for the organisation already.',
  misses: 'What the trail records: see cloudtrail-management-events-excluded and cloudtrail-updated.',
  falsePositives: 'None: it is recorded, not told.',
  attack: [],
  messages: {
    created: '{actor} created trail {resource}.',
    started: '{actor} started trail {resource}.',
  },

  evaluate(event) {
    const message = event.name === 'CreateTrail' ? 'created' : 'started';
    return [{ message, resource: trailOf(event), data: {} }];
  },
});

const request = { name: 'main' };

export const examples = (): Example[] => [
  {
    name: 'created',
    expect: ['created'],
    severity: 'info',
    record: call('cloudtrail:CreateTrail', { request: { ...request, s3BucketName: 'logs' } }),
  },
  { name: 'started', expect: ['started'], record: call('cloudtrail:StartLogging', { request }) },
  {
    name: 'refused',
    expect: [],
    record: call('cloudtrail:CreateTrail', { error: denied('cloudtrail:CreateTrail') }),
  },
  {
    name: 'too many trails',
    expect: [],
    record: call('cloudtrail:CreateTrail', {
      request,
      error: { code: 'MaximumNumberOfTrailsExceededException' },
    }),
  },
];
