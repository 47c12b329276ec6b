import { call, denied } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'cloudtrail-request-omitted',
  kind: 'incident',
  severity: 'high',
  on: {
    services: ['iam', 'sso', 'organizations', 'sts', 'cloudtrail'],
    where: { requestParameters: { omitted: [{ exists: true }] } },
  },
  title: 'Call with parameters too large for CloudTrail',
  why: 'CloudTrail leaves parameters out that are too large. Padding a policy with spaces hides from every log what it says.',
  fix: 'Read what is in force now (aws iam get-policy-version, get-role, get-role-policy …) and ask the caller why it was so large.',
  misses: 'Padding that stays below the limit. Other services.',
  falsePositives: 'Generated policies close to the size limits; CloudTrail’s own limit lies far above them.',
  attack: ['T1562.008', 'T1027'],
  messages: {
    omitted:
      '{actor} called {eventName} with parameters too large for CloudTrail: what was set is not in the log.',
  },

  evaluate(event) {
    if (!event.requestOmitted || event.readOnly) return [];
    return [{ message: 'omitted', resource: actorArn(event), aspect: event.action, data: {} }];
  },
});

const request = {
  omitted: true,
  originalSize: 131_072,
  reason: 'requestParameters too large',
};

export const examples = (): Example[] => [
  {
    name: 'a padded policy',
    expect: ['omitted'],
    severity: 'high',
    record: call('iam:PutRolePolicy', { request }),
  },
  {
    name: 'omitted as text',
    expect: ['omitted'],
    record: call('iam:UpdateAssumeRolePolicy', { request: { ...request, omitted: 'true' } }),
  },
  { name: 'logged in full', expect: [], record: call('iam:PutRolePolicy', { request: { roleName: 'a' } }) },
  {
    name: 'a reading call',
    expect: [],
    record: call('iam:SimulateCustomPolicy', { request, readOnly: true }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:PutRolePolicy', { request, error: denied('iam:PutRolePolicy') }),
  },
];
