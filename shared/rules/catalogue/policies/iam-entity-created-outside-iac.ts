import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, identityCenterUser, role, service, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { iamArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { iamTargetOf } from '../../iam-call-target.ts';
import { writtenPolicyOf } from '../../written-policy.ts';

/** The new entity's ARN; the name of the call says what it is. */
const resourceOf = (event: IamEvent): string => {
  if (/Policy(Version)?$/.test(event.name)) return writtenPolicyOf(event).resource;
  const profile = textAt(event.request, 'instanceProfileName');
  if (profile !== undefined) return iamArn(event, 'instance-profile', profile);
  const group = textAt(event.request, 'groupName');
  return group === undefined ? iamTargetOf(event).resource : iamArn(event, 'group', group);
};

export default defineRule({
  id: 'iam-entity-created-outside-iac',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'iam:CreateUser',
      'iam:CreateRole',
      'iam:CreateGroup',
      'iam:CreatePolicy',
      'iam:CreatePolicyVersion',
      'iam:CreateInstanceProfile',
      'iam:CreateServiceLinkedRole',
    ],
  },
  // Services create their own service-linked roles and the like at every turn.
  serviceInitiated: 'skip',
  needs: ['pipelines'],
  title: 'IAM entity created by hand',
  why: 'Where everything is deployed, what is made by hand is in no repository and was reviewed by nobody. Intruders work by hand.',
  fix: 'Ask who made it and why, then put it under the pipeline’s control or delete it.',
  misses:
    'Entities changed by hand. Intruders who use the pipeline. What AWS services create. It is off until the setting pipelines names the roles that deploy.',
  falsePositives:
    'Emergencies, and the first set-up of an account: name who may do so in approvedAdminRoles.',
  attack: ['T1136.003', 'T1098.003'],
  messages: { created: '{actor} created {resource} by hand ({eventName}).' },

  evaluate(event, { settings: { pipelines, approvedAdminRoles } }) {
    const { actor, via } = event;
    if (via === 'infrastructure-as-code') return [];
    const isKnown = [pipelines, approvedAdminRoles].some((roles) =>
      matchesAnyArnPattern(roles, actor.roleArn),
    );
    return isKnown ? [] : [{ message: 'created', resource: resourceOf(event), data: {} }];
  },
});

const settings = {
  pipelines: ['arn:aws:iam::111122223333:role/deploy'],
  approvedAdminRoles: ['arn:aws:iam::*:role/iam/admin'],
};
const policy = { policyName: 'p', policyDocument: '{"Statement":[]}' };

export const examples = (): Example[] => [
  {
    name: 'a user, in the console',
    expect: ['created'],
    severity: 'medium',
    settings,
    record: call('iam:CreateUser', { request: { userName: 'eve' }, by: identityCenterUser('mallory') }),
  },
  {
    name: 'a policy, by a role that only shares the name of the pipeline’s',
    expect: ['created'],
    settings,
    record: call('iam:CreatePolicy', {
      request: policy,
      response: { policy: { arn: 'arn:aws:iam::111122223333:policy/p' } },
      by: role('deploy', 'x', {}, '/other/'),
    }),
  },
  {
    name: 'an instance profile',
    expect: ['created'],
    settings,
    record: call('iam:CreateInstanceProfile', { request: { instanceProfileName: 'web' } }),
  },
  {
    name: 'by the pipeline',
    expect: [],
    settings,
    record: call('iam:CreateUser', { request: { userName: 'ci' }, by: role('deploy', 'run-1') }),
  },
  {
    name: 'by an approved administrator',
    expect: [],
    settings,
    record: call('iam:CreateGroup', { request: { groupName: 'x' }, by: role('admin', 'carol', {}, '/iam/') }),
  },
  {
    name: 'through CloudFormation',
    expect: [],
    settings,
    record: call('iam:CreateRole', {
      request: { roleName: 'web' },
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'a service-linked role by its service',
    expect: [],
    settings,
    record: call('iam:CreateServiceLinkedRole', {
      request: { aWSServiceName: 'elasticache.amazonaws.com' },
      by: service('elasticache.amazonaws.com'),
    }),
  },
  {
    name: 'refused',
    expect: [],
    settings,
    record: call('iam:CreateUser', { error: denied('iam:CreateUser', 'user x') }),
  },
  {
    name: 'where nobody said which roles deploy',
    expect: [],
    undecided: 'off',
    record: call('iam:CreateUser', { request: { userName: 'eve' } }),
  },
];
